import Exports
package import Report
import Values

extension QualityOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = QualityWriter(output: self, wording: wording, step: step)
    return StageReport(
      measures: writer.measures, findings: writer.findings, pages: [writer.page])
  }
}

/// Writes the report of one output in one language.
struct QualityWriter {
  typealias P = QualityPhrases

  let output: QualityOutput
  let wording: Wording
  let step: String

  var page: Page {
    var blocks: [Page.Block] = [.table(accountTable)]
    if let chart = rulesChart { blocks.append(.chart(chart)) }
    if !rules.isEmpty { blocks.append(.table(rulesTable)) }
    if !output.newest.isEmpty { blocks.append(.table(freshTable)) }
    blocks += duplicateBlocks
    if !output.columns.isEmpty { blocks.append(.table(columnsTable)) }
    blocks.append(
      .notes(
        [
          Note(.policy, wording(P.noteBalance)), Note(.policy, wording(P.noteMerged)),
          Note(.method, wording(P.noteColumns)), Note(.policy, wording(P.noteRule)),
        ] + duplicateNotes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    let unbalanced = output.files.count { !$0.isBalanced }
    guard let share = output.share(\.rejected) else { return wording(P.headlineNothing) }
    if unbalanced > 0 {
      return wording(
        P.headlineUnbalanced, ["n": .count(unbalanced), "files": .count(output.files.count)])
    }
    return wording(
      P.headline,
      [
        "read": .count(output.read), "files": .count(output.files.count), "share": .share(share),
      ])
  }

  var measures: [Measure] {
    let age = output.newest.map { output.age($0.day) }.min()
    let nothing = wording(P.nothingRead)
    let accepted = output.share(\.accepted)
    let rejected = output.share(\.rejected)
    return [
      Measure(
        id: "rows_read", label: wording(P.rowsRead), value: Double(output.read), unit: .count),
      Measure(
        id: "accepted_share", label: wording(P.acceptedShare), value: accepted, unit: .share,
        n: output.read, reason: accepted == nil ? nothing : nil, betterWhen: .higher),
      Measure(
        id: "rejected_share", label: wording(P.rejectedShare), value: rejected, unit: .share,
        n: output.read, reason: rejected == nil ? nothing : nil, betterWhen: .lower),
      Measure(
        id: "completeness", label: wording(P.completeness), value: output.completeness,
        unit: .share,
        reason: output.completeness == nil
          ? wording(output.hidesAny ? P.hidden : P.noCells) : nil,
        betterWhen: .higher),
      Measure(
        id: "newest_day_age", label: wording(P.newestAge), value: age.map(Double.init),
        unit: .days, reason: age == nil ? wording(P.noDates) : nil, betterWhen: .lower),
    ] + duplicateMeasures
  }

  var findings: [Finding] {
    output.files.enumerated().compactMap { unbalanced($0.element, $0.offset) }
      + output.files.enumerated().compactMap { rejected($0.element, $0.offset) }
      + output.newest.compactMap(stale) + duplicateFindings
  }

  private func unbalanced(_ file: FileAccount, _ index: Int) -> Finding? {
    guard !file.isBalanced else { return nil }
    let sum = file.accepted + file.merged + file.rejected + file.excluded
    return Finding(
      id: "quality.unbalanced-\(index + 1)", severity: .alarm,
      sentence: wording(
        P.unbalancedFinding,
        ["file": .text(file.file), "read": .count(file.read), "sum": .count(sum)]),
      page: step, action: wording(P.unbalancedAction))
  }

  private func rejected(_ file: FileAccount, _ index: Int) -> Finding? {
    guard file.read > 0 else { return nil }
    let share = Double(file.rejected) / Double(file.read)
    guard share > output.settings.maxRejectedShare else { return nil }
    // The first of the most frequent rules; their order is that of the file.
    let most = file.rejectedByRule.map(\.rows).max()
    let rule = file.rejectedByRule.first { $0.rows == most }?.rule ?? ""
    return Finding(
      id: "quality.rejected-\(index + 1)", severity: .warning,
      sentence: wording(
        P.rejectedFinding,
        [
          "file": .text(file.file), "n": .count(file.rejected), "read": .count(file.read),
          "share": .share(share), "rule": .phrase(P.rule(rule)),
        ]),
      page: step, action: wording(P.rejectedAction))
  }

  private func stale(_ newest: QualityOutput.Newest) -> Finding? {
    let age = output.age(newest.day)
    guard age > output.settings.maxAgeDays else { return nil }
    return Finding(
      id: "quality.stale-\(newest.contract)", severity: .warning,
      sentence: wording(
        P.staleFinding,
        [
          "contract": .phrase(P.contract(newest.contract)), "day": .day(newest.day),
          "age": .value(Double(age), .days),
        ]),
      page: step, action: wording(P.staleAction))
  }
}
