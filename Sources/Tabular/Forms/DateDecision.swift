import Diagnostics
import Values

/// Finds how the dates of a column are written.
///
/// Every value of the head is read by every form. The form that fits most is taken; where another
/// order of day, month and year reads a value differently and is not ruled out, none is.
struct DateDecision {
  private let question: FormQuestion
  private let rows: HeadRows
  private let column: Int
  private let file: String
  private var tally = FormTally(forms: DateForm.allCases.count)
  /// All dates with the year first are as ISO 8601 has them.
  private var isISO = true

  private static let forms = DateForm.allCases

  init(_ question: FormQuestion, _ rows: HeadRows, _ column: Int, _ file: String) {
    self.question = question
    self.rows = rows
    self.column = column
    self.file = file
    var plain = 0
    var tally = tally
    var isISO = true
    rows.forEach(column) { _, start, count in
      if InstantParser.slow(start, count, zone: .asWritten) != nil {
        plain += 1
        return true
      }
      guard let readings = Self.readings(start, count) else { return true }
      tally.add(readings)
      if readings[0] != .min { isISO = false }
      return true
    }
    if plain > 0 { tally.add(Self.forms.map { $0 == .yearMonthDay ? 0 : .min }, times: plain) }
    self.tally = tally
    self.isISO = isISO
  }

  /// Local seconds by each form; nil where none fits.
  private static func readings(_ start: UnsafePointer<UInt8>, _ count: Int) -> [Int64]? {
    let readings = HalfWidth.withPlain(start, count) { text, length in
      DateToken.read(text, length).map { token in
        forms.map { form in
          // Only five digits show that numbers are serial days: 2025 may be a year.
          form == .excelSerial && token.width != 5 ? .min : token.seconds(form) ?? .min
        }
      }
    }
    return readings.flatMap { $0.contains { $0 != .min } ? $0 : nil }
  }

  var decided: DecidedForm {
    let allowed = Self.forms.indices.filter {
      guard let chosen = question.dateOrder, let order = Self.forms[$0].order else { return true }
      return order == chosen
    }
    guard let most = tally.most(of: allowed) else {
      return DecidedForm(question.dateOrder.map { .date(Self.form($0)) } ?? .plain)
    }
    let rivals = rivals(of: most, among: allowed)
    if !rivals.isEmpty { return DecidedForm(.plain, problem: orders(most, rivals)) }
    let form = Self.forms[most]
    if form == .yearMonthDay, isISO { return DecidedForm(.plain) }
    // One that shows the form says more than one that only fits it.
    let example =
      example(takesISO: false) { readings in
        readings.count { $0 != .min } == 1 && readings[most] != .min ? readings[most] : nil
      } ?? example { $0[most] == .min ? nil : $0[most] }
    return DecidedForm(
      .date(form),
      statement: example.map { "\(form.words); \($0.example.shown) is \(Self.text($0.reading))" }
        ?? form.words)
  }

  /// The form of an order, for a column without a single date.
  private static func form(_ order: DateOrder) -> DateForm {
    switch order {
    case .dmy: .dayMonthYear
    case .mdy: .monthDayYear
    case .ymd: .yearMonthDay
    }
  }

  /// Other orders that are not ruled out.
  private func rivals(of most: Int, among allowed: [Int]) -> [Int] {
    guard Self.forms[most].order != nil else { return [] }
    return allowed.filter { other in
      guard other != most, Self.forms[other].order != nil, tally.fits[other] > 0 else {
        return false
      }
      let isEven = tally.fits[other] == tally.fits[most]
      let isShown = tally.only(other, not: most) > 0
      return tally.differ(other, most) ? isEven || isShown : isEven && isShown
    }
  }

  /// The first value that is not as ISO 8601 has it, or of all values where `takesISO`, of which the
  /// body makes something from its readings.
  private func example<Reading>(
    takesISO: Bool = true, _ body: ([Int64]) -> Reading?
  ) -> (example: FormExample, reading: Reading)? {
    var found: (FormExample, Reading)?
    rows.forEach(column) { line, start, count in
      guard let readings = Self.readings(start, count), let reading = body(readings),
        takesISO || InstantParser.slow(start, count, zone: .asWritten) == nil
      else { return true }
      found = (FormExample(line(), start, count), reading)
      return false
    }
    return found
  }

  private static func text(_ seconds: Int64) -> String {
    let text = Day.iso(ofSecond: seconds, separator: " ")
    return text.hasSuffix(" 00:00:00") ? String(text.dropLast(9)) : text
  }

  private func orders(_ most: Int, _ rivals: [Int]) -> Diagnostic {
    let fitting = [most] + rivals
    let orders = fitting.compactMap { Self.forms[$0].order.map { "`date_order: \($0.rawValue)`" } }
    let help =
      "say which one: \(orders.joined(separator: " or ")) for this export in the pipeline file, "
      + "--date-order by hand"
    let shown = rivals.first { tally.only($0, not: most) > 0 }
    guard let shown else {
      // All fit every value; one that they read differently shows it.
      let found = example { readings -> [Int64]? in
        let own = fitting.map { readings[$0] }
        return own.contains(.min) || Set(own).count < 2 ? nil : own
      }
      let readings = zip(fitting, found?.reading ?? []).map {
        "\(Self.text($1)) with the \(Self.forms[$0].words)"
      }
      return Diagnostic(
        .data, "two-forms",
        "\(question.shown) can be read in \(fitting.count == 2 ? "two" : "three") ways: "
          + "'\(found?.example.text ?? "")' is \(readings.joined(separator: ", "))",
        at: .init(file, line: found?.example.line), help: help)
    }
    let mine = example { $0[most] != .min && $0[shown] == .min ? true : nil }?.example
    let theirs = example { $0[shown] != .min && $0[most] == .min ? true : nil }?.example
    return Diagnostic(
      .data, "mixed-forms",
      "\(question.shown) has dates of two orders: \(mine?.shown ?? "") has the "
        + "\(Self.forms[most].words), \(theirs?.shown ?? "") the \(Self.forms[shown].words)",
      at: .init(file, line: min(mine?.line ?? .max, theirs?.line ?? .max)),
      help: help + "; rows of the other order are then rejected")
  }
}
