import Diagnostics
import Values

/// Finds how the numbers of a column are written.
///
/// Every value of the head is read by every form. The form that fits most is taken; where another
/// decimal mark fits as many and reads one of them differently, none is.
struct NumberDecision {
  private let question: FormQuestion
  private let rows: HeadRows
  private let column: Int
  private let file: String
  private var tally = FormTally(forms: NumberSeparators.all.count)
  private var traits: NumberToken.Traits = []
  private var units: [String: (count: Int, order: Int)] = [:]
  private var percents = 0
  private var numbers = 0
  private var foreign = 0
  private var words = 0
  /// A number of four digits or more is written without separators.
  private var hasLong = false

  init(_ question: FormQuestion, _ rows: HeadRows, _ column: Int, _ file: String) {
    self.question = question
    self.rows = rows
    self.column = column
    self.file = file
    look()
  }

  /// What plain decimals, of which most columns are made, are read as.
  private static let plainReadings = NumberSeparators.all.map { $0.mark == .point ? 0 : Int64.min }

  private mutating func look() {
    var plain = 0
    var seen = self
    rows.forEach(column) { _, start, count in
      switch Plain(start, count) {
      case .digits:
        seen.numbers += 1
        if count >= (start[0] == UInt8(ascii: "-") ? 5 : 4) { seen.hasLong = true }
      case .decimal where question.spec.kind.takesDecimals:
        seen.numbers += 1
        plain += 1
      default: seen.add(start, count)
      }
      return true
    }
    if plain > 0 { seen.tally.add(Self.plainReadings, times: plain) }
    self = seen
  }

  /// Values that are looked at quickly.
  private enum Plain {
    case digits
    /// A point that can only be a decimal one.
    case decimal
    case other

    init(_ start: UnsafePointer<UInt8>, _ count: Int) {
      let first = start[0] == UInt8(ascii: "-") ? 1 : 0
      var point = -1
      for i in first..<count where !Digits.isDigit(start[i]) {
        guard start[i] == UInt8(ascii: "."), point < 0 else {
          self = .other
          return
        }
        point = i
      }
      if point < 0 {
        self = count > first ? .digits : .other
      } else {
        let isThree = count - point == 4 && point - first <= 3 && start[first] != UInt8(ascii: "0")
        self = isThree || count == first + 1 ? .other : .decimal
      }
    }
  }

  private mutating func add(_ start: UnsafePointer<UInt8>, _ count: Int) {
    HalfWidth.withPlain(start, count) { text, length in
      guard let token = NumberToken.read(text, length, question.affixes) else {
        if Self.isWord(text, length) { words += 1 }
        return
      }
      if token.fitsCurrency == false {
        foreign += 1
        return
      }
      let readings = NumberSeparators.all.map { separators -> Int64 in
        guard let decimals = separators.decimals(token.core, token.coreCount),
          question.spec.kind.mayBe(token, decimals: decimals)
        else { return .min }
        return Int64(decimals)
      }
      guard readings.contains(where: { $0 != .min }) else { return }
      numbers += 1
      traits.formUnion(token.traits)
      if length != Blank.trimmed(start, count).count { traits.insert(.fullWidth) }
      if token.isPercent { percents += 1 }
      if let unit = token.unit {
        let name = String(decoding: unit, as: UTF8.self)
        let order = units.count
        units[name, default: (0, order)].count += 1
      }
      if (0..<token.coreCount).contains(where: { !Digits.isDigit(token.core[$0]) }) {
        tally.add(readings)
      }
    }
  }

  private static func isWord(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    (0..<count).contains { text[$0] >= 0x80 || CurrencyMark.isLetter(text[$0]) }
  }

  var decided: DecidedForm {
    if foreign > numbers, case .money(let currency?) = question.affixes {
      return DecidedForm(.plain, problem: wrongCurrency(currency.code))
    }
    let allowed = NumberSeparators.all.indices.filter { index in
      (question.decimal.map { NumberSeparators.all[index].mark == $0 } ?? true)
        && (index != NumberSeparators.fours || areFoursShown)
    }
    let most = tally.most(of: allowed) ?? allowed[0]
    if let other = rival(of: most, among: allowed) {
      return DecidedForm(.plain, problem: twoForms(most, other))
    }
    let separators = NumberSeparators.all[withGroups(most)]
    if separators == NumberSeparators.all[NumberSeparators.plain], traits.isEmpty {
      return DecidedForm(.plain, hint: labelHint)
    }
    let unit = units.max { ($0.value.count, -$0.value.order) < ($1.value.count, -$1.value.order) }
    let form = NumberForm(
      separators, question.affixes, isPercent: percents > 0 && percents * 2 >= numbers,
      unit: unit?.key)
    return DecidedForm(.number(form), statement: statement(form), hint: labelHint)
  }

  /// Groups of four are taken only where a value can be nothing else: 12,3456.00.
  private var areFoursShown: Bool {
    question.decimal == .point
      || tally.only(NumberSeparators.fours, not: NumberSeparators.decimalComma) > 0
  }

  /// Who says the decimal mark may have the other one between thousands.
  private func withGroups(_ index: Int) -> Int {
    guard question.decimal != nil else { return index }
    return index == NumberSeparators.plain || index == NumberSeparators.decimalComma
      ? index + 1 : index
  }

  /// A form with the other decimal mark that fits as many values; nil where there is none.
  private func rival(of most: Int, among allowed: [Int]) -> Int? {
    let separators = NumberSeparators.all
    let rivals = allowed.filter {
      separators[$0].mark != separators[most].mark && tally.fits[$0] == tally.fits[most]
        && tally.fits[$0] > 0 && (tally.differ($0, most) || tally.only($0, not: most) > 0)
    }
    guard let rival = rivals.first else { return nil }
    // 1.234 throughout: numbers of four digits without a separator, or a currency of three
    // decimals, show that the point does not group.
    let isPlain = most == NumberSeparators.plain && tally.only(rival, not: most) == 0
    return isPlain && (hasLong || question.ownDecimals == 3) ? nil : rival
  }

  private var labelHint: String? {
    guard case .integer = question.spec.kind, words > numbers else { return nil }
    guard
      let example = example(where: { text, count in
        NumberToken.read(text, count, question.affixes) == nil && Self.isWord(text, count)
      })
    else { return nil }
    return "words such as \(example.shown) count only by a declared scale: "
      + "`scale` or `labels` of the export, --scale or --label by hand"
  }

  private func example(where fits: (UnsafePointer<UInt8>, Int) -> Bool) -> FormExample? {
    var found: FormExample?
    rows.forEach(column) { line, start, count in
      guard HalfWidth.withPlain(start, count, fits) else { return true }
      found = FormExample(line(), start, count)
      return false
    }
    return found
  }

  /// The first value that a form reads and, if given, another reads differently or not at all.
  private func example(
    of index: Int, unlike other: Int?, isOnly: Bool = false
  ) -> (example: FormExample, text: String, otherText: String)? {
    var found: (FormExample, String, String)?
    rows.forEach(column) { line, start, count in
      // What is plain under every form shows none.
      if Plain(start, count) != .other, other == nil { return true }
      let texts = HalfWidth.withPlain(start, count) { text, length -> (String, String)? in
        guard let token = NumberToken.read(text, length, question.affixes),
          token.fitsCurrency != false, let own = reading(token, index)
        else { return nil }
        guard let other else { return (own, "") }
        let theirs = reading(token, other)
        if isOnly { return theirs == nil ? (own, "") : nil }
        return theirs.flatMap { $0 == own ? nil : (own, $0) }
      }
      guard let texts else { return true }
      found = (FormExample(line(), start, count), texts.0, texts.1)
      return false
    }
    return found
  }

  private func reading(_ token: NumberToken, _ index: Int) -> String? {
    guard
      let decimals = NumberSeparators.all[index].decimals(token.core, token.coreCount),
      question.spec.kind.mayBe(token, decimals: decimals)
    else { return nil }
    var percent = 0
    if token.isPercent, case .measure(let places?, _) = question.affixes { percent = places }
    return token.plainText(decimals: decimals + percent)
  }

  private func statement(_ form: NumberForm) -> String {
    let words = form.words(traits)
    guard let index = NumberSeparators.all.firstIndex(of: form.separators) else { return words }
    // One that shows the separators says more than one that only fits them.
    let isPlain = index == NumberSeparators.plain
    let other = isPlain ? nil : NumberSeparators.plain
    guard
      let (example, text, _) = example(of: index, unlike: other, isOnly: !isPlain)
        ?? example(of: index, unlike: nil)
    else { return words }
    return "\(words); \(example.shown) is \(text)"
  }

  private func twoForms(_ most: Int, _ other: Int) -> Diagnostic {
    let (first, second) = (NumberSeparators.all[most], NumberSeparators.all[other])
    let help =
      "say which one: `decimal: \(first.mark.rawValue)` or `decimal: \(second.mark.rawValue)` "
      + "for this export in the pipeline file, --decimal by hand"
    if tally.only(other, not: most) == 0,
      let (example, text, otherText) = example(of: most, unlike: other)
    {
      return Diagnostic(
        .data, "two-forms",
        "\(question.shown) can be read in two ways: '\(example.text)' is \(text) with a "
          + "\(first.words), \(otherText) with a \(second.words)",
        at: .init(file, line: example.line), help: help)
    }
    let mine = example(of: most, unlike: other, isOnly: true)?.example
    let theirs = example(of: other, unlike: most, isOnly: true)?.example
    return Diagnostic(
      .data, "mixed-forms",
      "\(question.shown) has as many values with a decimal \(first.mark.rawValue), such as "
        + "\(mine?.shown ?? ""), as with a decimal \(second.mark.rawValue), such as "
        + "\(theirs?.shown ?? "")",
      at: .init(file, line: min(mine?.line ?? .max, theirs?.line ?? .max)),
      help: help + "; rows of the other kind are then rejected")
  }

  private func wrongCurrency(_ code: String) -> Diagnostic {
    let example = example { text, count in
      NumberToken.read(text, count, question.affixes)?.fitsCurrency == false
    }
    return Diagnostic(
      .data, "other-currency",
      "\(question.shown) has amounts such as '\(example?.text ?? "")', and the currency is \(code)",
      at: .init(file, line: example?.line),
      help: "set `currency` (--currency by hand) to that of the amounts, or give the file a column "
        + "with the currency of each row")
  }
}
