package import Pipeline
import Statistics
package import Values

/// The sentences of the texts with our own figures, and what is hidden already left out.
package struct ClaimsOutput: StageOutput {
  let asOf: Day
  let currency: Currency
  let scope: Source.Scope
  let minCell: Int
  let settings: ClaimsSettings
  package private(set) var results: [ClaimResult]
  let repurchase: EarlierFigures.Repurchase?
  let reasons: ClaimsInput.Part?
  /// Draws of customers that intervals of shares rest on.
  let draws: Int
  /// Why the reasons cannot be looked at.
  var unknown: UnknownReasons?

  init(
    asOf: Day, currency: Currency, scope: Source.Scope, minCell: Int, settings: ClaimsSettings,
    results: [ClaimResult], repurchase: EarlierFigures.Repurchase?, reasons: ClaimsInput.Part?,
    draws: Int
  ) {
    self.asOf = asOf
    self.currency = currency
    self.scope = scope
    self.minCell = minCell
    self.settings = settings
    self.results = results
    self.repurchase = repurchase
    self.reasons = reasons
    self.draws = draws
  }

  package func result(_ claim: Claim) -> ClaimResult? { results.first { $0.claim == claim } }

  func results(_ verdict: ClaimVerdict) -> [ClaimResult] {
    results.filter { $0.verdict == verdict && !$0.claim.isHint }
  }

  /// The sentence that our data contradict most, by how many times the figures differ.
  package var mostContradicted: ClaimResult? {
    results(.contradicted).max { ($0.distance ?? 0) < ($1.distance ?? 0) }
  }

  // MARK: Answers

  /// Those who said why they leave: the same people and reasons elsewhere are the same subject.
  private var leaving: AnswerCell.ID {
    AnswerCell.ID(
      ([scope.rawValue, "leaving"] + settings.leavingKinds.sorted() + ["for"]
        + settings.careReasons.sorted()).joined(separator: "/"))
  }

  package var answers: AnswerTables {
    var tables = AnswerTables()
    if let repurchase {
      repurchase.cells.addReturning(to: &tables, groups: repurchase.groups)
    }
    if let reasons {
      tables.declare(leaving.subject, levels: [0, 1])
      tables.add(
        AnswerCell(
          leaving, counts: [reasons.n - reasons.count, reasons.count], telling: .levels))
    }
    return tables
  }

  package func hiding(_ hidden: Set<AnswerCell.ID>) -> ClaimsOutput {
    var copy = self
    func hide(_ claim: Claim) {
      copy.results = copy.results.map { $0.claim == claim ? ClaimResult(claim, .hidden) : $0 }
    }
    if let repurchase {
      let cells = repurchase.cells
      let told = repurchase.groups.suffix(2).map { cells.group($0.id) }
      if cells.hidesAll(hidden) || told.contains(where: hidden.contains) { hide(.sixTimes) }
    }
    if hidden.contains(leaving) { hide(.lackOfCare) }
    return copy
  }
}

extension ClaimsOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "claims", Phrase("One row a sentence of the texts", "每条文献论断一行"),
        [
          ColumnHead("claim", .text, Phrase("Which sentence", "论断")),
          ColumnHead("sentence", .text, Phrase("The sentence, in English", "论断的英文表述")),
          ColumnHead(
            "text_low", .ratio, Phrase("What the texts say, or its lower end", "文献数值或其下限")),
          ColumnHead("text_high", .ratio, Phrase("The same, or its upper end", "文献数值或其上限")),
          ColumnHead("own", .ratio, Phrase("Our own figure", "本企业数值")),
          ColumnHead("own_low", .ratio, Phrase("Lower end of its interval", "其区间下限")),
          ColumnHead("own_high", .ratio, Phrase("Upper end of its interval", "其区间上限")),
          ColumnHead("customers", .count, Phrase("Customers it rests on", "所依据的客户数")),
          ColumnHead(
            "verdict", .text,
            Phrase(
              "supported, contradicted, undecided or not_tested", "支持、不支持、无法判断或未检验")),
          ColumnHead("reason", .text, Phrase("Why it was not tested", "未检验的原因")),
        ])
    ]
  }

  package func table(_ name: String) -> DataTable {
    guard let declared = ClaimsOutput.tables(currency).first(where: { $0.name == name }) else {
      preconditionFailure("claims has no table '\(name)'")
    }
    var rows = ResultRows(declared.heads)
    for result in results {
      rows.add([
        .text(result.claim.rawValue), .text(ClaimsPhrases.sentence(result.claim).english),
        .number(result.claim.isHint ? nil : result.claim.text.low),
        .number(result.claim.isHint ? nil : result.claim.text.high),
        .number(result.value), .number(result.interval?.low), .number(result.interval?.high),
        .count(result.n), .text(result.verdict.rawValue), .text(result.gap?.rawValue ?? ""),
      ])
    }
    return rows.table(name)
  }
}
