package import Diagnostics
package import Exports
import Report
package import Values

/// Lays the facts before each step and runs it.
package struct StepRunner {
  package let pipeline: LoadedPipeline
  package let purchaseDays: PurchaseDays?
  /// Current rows up to the as-of date, both scopes, by contract.
  package let facts: [String: DataTable]
  package let account: Account
  package let merges: MergeOutcome
  /// What earlier packs told of respondents, the newest first.
  package let earlier: [ToldAnswers]
  let previous: PreviousMeasures
  package let log: RunLog

  /// A step that ran.
  package struct Ran {
    package let step: LoadedPipeline.ResolvedStep
    package let output: any StageOutput
  }

  /// Runs all steps in order; later ones see the outputs of earlier ones.
  ///
  /// - Returns: the steps without what would tell of few people, and what their outputs then tell.
  package func run() throws(Diagnostics) -> (ran: [Ran], told: ToldAnswers) {
    let filter = ScopeFilter(customers: facts["customers"])
    var scoped: [Source.Scope: (days: PurchaseDays?, facts: [String: DataTable])] = [:]
    var outputs: [String: any StageOutput] = [:]
    var ran: [Ran] = []
    var problems = Diagnostics()
    for step in pipeline.steps {
      let own =
        scoped[step.scope]
        ?? (
          purchaseDays.map { filter.purchaseDays($0, in: step.scope) },
          facts.mapValues { filter.rows(of: $0, in: step.scope) }
        )
      scoped[step.scope] = own
      let source = Source(
        asOf: pipeline.asOf, currency: pipeline.file.currency, scope: step.scope,
        minCell: pipeline.file.minCell, purchaseDays: own.days, facts: own.facts, account: account,
        merges: filter.merges(merges, in: step.scope), outputs: outputs,
        previous: previous.step(step.id), log: log)
      do throws(Diagnostic) {
        let output = try log.timed(step.id, { (_: any StageOutput) in step.stage.name }) {
          () throws(Diagnostic) in try step.stage.run(source)
        }
        outputs[step.id] = output
        ran.append(Ran(step: step, output: output))
      } catch {
        var placed = error
        if placed.place == nil { placed.place = step.place }
        problems.add(placed)
      }
    }
    try problems.throwIfAny()
    return try Diagnostics.one { () throws(Diagnostic) in
      let (hidden, told) = try PackDisclosure(minCell: pipeline.file.minCell, earlier: earlier)
        .protect(ran.map { ($0.step.id, $0.output) })
      return (zip(ran, hidden).map { Ran(step: $0.step, output: $1) }, told)
    }
  }
}
