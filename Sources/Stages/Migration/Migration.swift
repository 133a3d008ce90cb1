package import Diagnostics
import Pipeline
package import Values

/// Who moved between two dates: from segment to segment, class to class, star to star, and through
/// the life cycle.
///
/// The states are those of the stages `rfm`, `tiers` and `lifecycle`, run on what was known by each
/// date.
package struct Migration: Stage {
  package static let name = "migration"
  package static let summary = Phrase(
    "Who moved up and who moved down between two dates, by segment, class, stars and life cycle, and whether the whole has changed",
    "两个日期之间谁升谁降：按客户分层、价值类别、星级与生命周期统计，并检验整体是否变化")
  package static let example = """
    - stage: migration
      settings:
        months: 3
        of: [rfm, tier, lifecycle]
        rfm: {bins: 5}
        lifecycle: {rules: seven}
    """

  package let settings: MigrationSettings

  /// Fails where the settings of one of the stages do.
  package init(_ settings: MigrationSettings) throws(Diagnostic) {
    self.settings = settings
    _ = try RFM(settings.rfm)
    _ = try Tiers(settings.tiers)
    _ = try Lifecycle(settings.lifecycle)
  }

  package func run(_ input: MigrationInput) throws(Diagnostic) -> MigrationOutput {
    MigrationOutput(settings: settings, input: input)
  }
}
