import Diagnostics
import Exports
import Store
import Values

/// The measures of the last run with an earlier as-of date and the same settings, by step.
struct PreviousMeasures {
  /// What one step is compared with.
  struct Step {
    let id: String
    let asOf: Day
    let measures: [String: Double]
  }

  /// In the order of the pipeline.
  private(set) var steps: [Step] = []

  /// Nothing to compare with.
  init() {}

  init(_ store: Store, _ pipeline: LoadedPipeline) throws(Diagnostic) {
    for step in pipeline.steps {
      let found = try store.previousMeasures(
        step: step.id, settingsHash: step.settingsHash(in: pipeline), before: pipeline.asOf)
      guard let found else { continue }
      var measures: [String: Double] = [:]
      for measure in found.measures { measures[measure.id] = measure.value }
      steps.append(Step(id: step.id, asOf: found.asOf, measures: measures))
    }
  }

  /// What a step goes on from; nil where it is the first run of its kind.
  func step(_ id: String) -> Source.Previous? {
    steps.first { $0.id == id }.map { Source.Previous(asOf: $0.asOf, measures: $0.measures) }
  }

  subscript(_ step: String, _ measure: String) -> Double? {
    steps.first { $0.id == step }?.measures[measure]
  }
}

extension LoadedPipeline.ResolvedStep {
  /// The hash of everything but data and date that decides what the step computes.
  func settingsHash(in pipeline: LoadedPipeline) -> String {
    let file = pipeline.file
    let common: [SettingEcho] = [
      file.currency.echoed, file.zeroAmount.echoed, file.timeZone.echoed, file.minCell.echoed,
    ]
    return ContentHash.of(
      "\(stage.name) \(scope.rawValue) \(stage.settings.line) " + SettingEcho.list(common).line)
  }
}
