import Diagnostics
package import Pipeline
package import Values

/// What a pipeline may say about a migration step.
package struct MigrationSettings: StageSettings {
  package var months = 3
  package var since: Day?
  package var of = MigrationScheme.allCases
  package var rfm = RFMSettings()
  package var tiers = TiersSettings()
  package var lifecycle = Self.sevenClasses
  package var significance = 0.01

  package init() {}

  private static var sevenClasses: LifecycleSettings {
    var settings = LifecycleSettings()
    settings.rules = .named(.seven)
    return settings
  }

  package static var fields: [SettingField<MigrationSettings>] {
    [
      SettingField(
        "months", \.months,
        Phrase("Months back to the earlier date", "前期日期为若干月之前"),
        check: { (1...120).contains($0) ? nil : "1 to 120" }),
      SettingField(
        "since", \.since,
        Phrase("The earlier date itself, instead of months", "直接指定前期日期，替代月数")),
      SettingField(
        "of", \.of, Phrase("What is compared", "对比内容"),
        check: {
          !$0.isEmpty && Set($0).count == $0.count ? nil : "each at most once, and at least one"
        }),
      SettingField(
        "rfm", \.rfm, Phrase("Settings of the segments, as stage rfm has them", "分层设置，同相应步骤")),
      SettingField(
        "tiers", \.tiers,
        Phrase("Settings of classes and stars, as stage tiers has them", "类别与星级设置，同相应步骤")),
      SettingField(
        "lifecycle", \.lifecycle,
        Phrase("Settings of the life cycle, as stage lifecycle has them", "生命周期设置，同相应步骤")),
      SettingField(
        "significance", \.significance,
        Phrase(
          "A change of the whole is told as one below this chance of error", "整体变化的判定显著性水平"),
        check: { $0 > 0 && $0 < 1 ? nil : "above 0 and below 1" }),
    ]
  }
}

/// What customers move between.
package enum MigrationScheme: String, CaseIterable, SettingValue {
  case rfm
  case tier
  case star
  case lifecycle
}
