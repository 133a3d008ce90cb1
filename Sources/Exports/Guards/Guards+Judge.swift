import Diagnostics
import Tabular
import Values

extension Guards {
  /// All limits that a file breaks.
  func problems(of facts: GuardFacts) -> [Diagnostic] {
    // A file without a row that counts is empty, whatever else may be said of it.
    if let problem = tooFew(facts) { return [problem] + columnsGone(facts) }
    return [tooManyRejected(facts), tooManyRepeated(facts), dropped(facts)].compactMap(\.self)
      + columnsGone(facts)
  }

  private func tooFew(_ facts: GuardFacts) -> Diagnostic? {
    let left = facts.read - facts.rejected
    guard left < minRows else { return nil }
    let setting = override(facts, "min_rows: \(left)")
    if facts.read == 0 {
      return Diagnostic(
        .data, "no-rows", "the file has a header and no rows", at: .init(facts.file),
        help: "export it again; an export that may be empty: \(setting)")
    }
    guard facts.rejected > 0 else {
      return Diagnostic(
        .data, "too-few-rows", "the file has \(Counted(facts.read, "row")), fewer than \(minRows)",
        at: .init(facts.file), help: "export it again, or \(setting)")
    }
    let fact =
      left == 0
      ? facts.read == 1 ? "the only row is rejected" : "all \(facts.read) rows are rejected"
      : "\(facts.rejected) of \(Counted(facts.read, "row")) are rejected, which leaves \(left),"
        + " fewer than \(minRows)"
    return Diagnostic(
      .data, "too-few-rows", fact + mostly(facts), at: place(facts),
      help: rejectsHelp(facts, left == 0 ? nil : setting))
  }

  private func tooManyRejected(_ facts: GuardFacts) -> Diagnostic? {
    guard facts.read >= Self.fewestJudged, exceeds(facts.rejected, facts.read, maxRejected) else {
      return nil
    }
    let share = percent(facts.rejected, facts.read)
    return Diagnostic(
      .data, "too-many-rejected",
      "\(facts.rejected) of \(facts.read) rows are rejected (\(share)), more than"
        + " \(Self.percent(maxRejected))" + mostly(facts), at: place(facts),
      help: rejectsHelp(facts, override(facts, "max_rejected: \(roundedUp(facts))")))
  }

  private func tooManyRepeated(_ facts: GuardFacts) -> Diagnostic? {
    guard facts.read >= Self.fewestJudged, exceeds(facts.repeated, facts.read, maxRepeated) else {
      return nil
    }
    let key = facts.key.joined(separator: " and ")
    let share = Self.percent(up(facts.repeated, facts.read))
    return Diagnostic(
      .data, "too-many-repeated",
      "\(facts.repeated) of \(facts.read) rows have the \(key) of an earlier row of the file"
        + " (\(percent(facts.repeated, facts.read))), more than \(Self.percent(maxRepeated)):"
        + " they would take its place and its values would not count",
      at: .init(facts.file),
      help:
        "\(linesHint(facts)); if the earlier rows are doubles: \(override(facts, "max_repeated: \(share)"))"
    )
  }

  /// What tells lines of an order apart.
  private func linesHint(_ facts: GuardFacts) -> String {
    guard facts.couldHaveLines else {
      return "map the columns that tell rows apart, or export the file again"
    }
    let hasColumn =
      facts.key.count == 1 && facts.fields.contains { $0 == "line" || $0 == "product" }
    return hasColumn
      ? "a row is a line of an order here: leave `grain: order` out"
      : "if a row is a line of an order, map the column with its number: `columns: { line: HEADER }`"
  }

  private func dropped(_ facts: GuardFacts) -> Diagnostic? {
    // A file without rows is for `min_rows` to judge.
    guard let before = facts.before, before.read > Self.fewestJudged, facts.read > 0,
      facts.read < before.read,
      exceeds(before.read - facts.read, before.read, maxDrop)
    else { return nil }
    let lost = percent(before.read - facts.read, before.read)
    let share = Self.percent(up(before.read - facts.read, before.read))
    return Diagnostic(
      .data, "rows-dropped",
      "\(Counted(facts.read, "row")), \(lost) fewer than the \(before.read) of \(name(before, facts));"
        + " at most \(Self.percent(maxDrop)) may be missing", at: .init(facts.file),
      help: "export it whole; if it is whole: \(override(facts, "max_drop: \(share)"))")
  }

  func columnsGone(_ facts: GuardFacts) -> [Diagnostic] {
    guard columnsGone == .stop, let before = facts.before else { return [] }
    return before.fields.filter { !facts.fields.contains($0) }.map { field in
      let near =
        facts.unused.isEmpty
        ? "" : "; columns that nothing takes: \(facts.unused.joined(separator: ", "))"
      let renamed =
        facts.unused.isEmpty
        ? "export it with the column"
        : "if it has another name now, map it: `columns: { \(field): HEADER }`"
      return Diagnostic(
        .data, "column-gone",
        "there is no column for '\(field)', which \(name(before, facts)) had\(near)",
        at: .init(facts.file),
        help: "\(renamed); if it is not needed: \(override(facts, "columns_gone: allow"))")
    }
  }

  /// A source whose newest day is too long ago.
  ///
  /// - Parameter newest: nil where no row has a date.
  func tooOld(
    _ newest: Day?, asOf: Day, contract: String, at file: String
  ) -> Diagnostic? {
    guard let maxAge, let newest, asOf - newest > maxAge else { return nil }
    let age = asOf - newest
    return Diagnostic(
      .data, "too-old",
      "the newest day of '\(contract)' is \(newest.iso), \(Counted(age, "day")) before"
        + " \(asOf.iso); at most \(maxAge) may be missing", at: .init(file),
      help: "look for the newer export, choose another as-of date, or"
        + " --set exports.\(contract).max_age=\(age)d")
  }

  // MARK: Words

  private func place(_ facts: GuardFacts) -> Diagnostic.Place {
    Diagnostic.Place(facts.file, line: facts.worst?.line)
  }

  /// `, most of them (3) by 'date' in order_date, first in line 7: '2025-02-30'`.
  private func mostly(_ facts: GuardFacts) -> String {
    guard let worst = facts.worst else { return "" }
    let column = worst.column.isEmpty ? "" : " in \(worst.column)"
    let found = worst.found.isEmpty ? "" : ": '\(worst.found)'"
    let who =
      facts.rejected == 1
      ? ", by" : worst.rows == facts.rejected ? ", each by" : "; most of them (\(worst.rows)) by"
    return "\(who) the rule '\(worst.rule)'\(column), first in line \(worst.line)\(found)"
  }

  private func rejectsHelp(_ facts: GuardFacts, _ setting: String?) -> String {
    let rows =
      facts.rejectsPath.map { "every rejected row is in \($0)" }
      ?? "--rejects FILE writes every rejected row"
    let otherwise = setting.map { ", or \($0)" } ?? ""
    return scaleHelp(facts).map { "\($0); \(rows)" }
      ?? "\(rows); mend the export or its mapping\(otherwise)"
  }

  /// What lets answers in words count, where these are why most rows are rejected.
  private func scaleHelp(_ facts: GuardFacts) -> String? {
    guard let worst = facts.worst, worst.rule == Reject.Rule.integer.rawValue,
      let scale = NamedScale.first(with: worst.found)
    else { return nil }
    return facts.rejectsPath == nil
      ? "answers in words count by a declared scale: --scale \(worst.column)=\(scale.rawValue)"
      : "answers in words count by a declared scale: "
        + "scale: { \(worst.column): \(scale.rawValue) } of the export"
  }

  /// How the limit is changed: in the pipeline and for one run.
  private func override(_ facts: GuardFacts, _ setting: String) -> String {
    guard facts.rejectsPath != nil else { return "leave it out" }
    let parts = setting.replacing(" ", with: "").split(separator: ":", maxSplits: 1)
    return "--set exports.\(facts.contract).\(parts.joined(separator: "="))"
  }

  private func name(_ before: GuardFacts.Before, _ facts: GuardFacts) -> String {
    before.file == facts.file ? "the last one" : "\(before.file), the last one before it"
  }

  private func exceeds(_ part: Int, _ whole: Int, _ limit: Double) -> Bool {
    // A share that is written as the limit is never above it.
    Double(part) > limit * Double(whole) + 1e-9 * Double(whole)
  }

  /// The least whole share of a hundred that is not below part of whole.
  private func up(_ part: Int, _ whole: Int) -> Double {
    Double((part * 100 + whole - 1) / whole) / 100
  }

  private func roundedUp(_ facts: GuardFacts) -> String {
    Self.percent(up(facts.rejected, facts.read))
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    Self.percent(Double(part) / Double(whole))
  }

  /// `12.5 %`, to one decimal, and never 0 or 100 unless it is.
  static func percent(_ share: Double) -> String {
    var tenths = Int((share * 1000).rounded())
    if share > 0 { tenths = max(tenths, 1) }
    if share < 1 { tenths = min(tenths, 999) }
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}
