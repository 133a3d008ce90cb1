import Diagnostics
import Report
import Values

/// Targets are of measures, and which measures a step has is known when it ran.
struct TargetCheck {
  private(set) var problems = Diagnostics()

  init(_ pipeline: LoadedPipeline, _ ran: [StepRunner.Ran]) {
    guard !pipeline.file.targets.values.isEmpty else { return }
    let wording = Wording(language: .english, currency: pipeline.file.currency)
    let known = ran.flatMap { one in
      one.output.report(wording, step: one.step.id).measures.map { "\(one.step.id).\($0.id)" }
    }
    for target in pipeline.file.targets.values where !known.contains(target.measure) {
      let step = target.measure.prefix { $0 != "." }
      let own = known.filter { $0.hasPrefix("\(step).") }
      problems.add(
        Diagnostic(
          .configuration, "unknown-target", "no step has a measure '\(target.measure)'",
          at: target.place, help: Suggestion.help(for: target.measure, among: own)))
    }
  }
}
