package import Exports
package import Values

/// What the pipeline lays before a stage: the facts of its scope up to the as-of date.
package struct Source: Sendable {
  /// Customers outside the company, or departments and staff inside it; never added together.
  package enum Scope: String, CaseIterable, Sendable {
    case external
    case `internal`
  }

  package var asOf: Day
  package var currency: Currency
  package var scope: Scope
  /// Groups with fewer answers than this lose every figure.
  package var minCell: Int
  package var purchaseDays: PurchaseDays?
  /// Current rows by contract name, up to `asOf`.
  package var facts: [String: DataTable]
  package var account: Account
  /// What the merge map did; facts and purchase days have it in them already.
  package var merges: MergeOutcome
  /// Outputs of earlier steps by step id.
  package var outputs: [String: any StageOutput]
  /// What the step found when it last ran; nil where there was no run to go on from.
  package var previous: Previous?
  /// Is told of the parts of a long step; nothing comes back from it, so a run stays pure.
  package var log: RunLog

  /// The measures of a step's last run with the same settings and an earlier as-of date.
  package struct Previous: Sendable {
    package let asOf: Day
    /// By id; those that had a value.
    package let measures: [String: Double]

    package init(asOf: Day, measures: [String: Double]) {
      self.asOf = asOf
      self.measures = measures
    }
  }

  package init(
    asOf: Day, currency: Currency, scope: Scope = .external, minCell: Int = 5,
    purchaseDays: PurchaseDays? = nil, facts: [String: DataTable] = [:],
    account: Account = Account(), merges: MergeOutcome = MergeOutcome(),
    outputs: [String: any StageOutput] = [:], previous: Previous? = nil, log: RunLog = RunLog()
  ) {
    self.asOf = asOf
    self.currency = currency
    self.scope = scope
    self.minCell = minCell
    self.purchaseDays = purchaseDays
    self.facts = facts
    self.account = account
    self.merges = merges
    self.outputs = outputs
    self.previous = previous
    self.log = log
  }

  /// The typed output of an earlier step; nil when that step did not run or is another stage.
  package func output<S: Stage>(of stage: S.Type, step: String) -> S.Output? {
    outputs[step] as? S.Output
  }
}
