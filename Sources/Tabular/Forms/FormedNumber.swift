/// Reads numbers that are not written plainly, by the form of their column.
struct FormedNumber {
  let form: NumberForm

  enum Failure { case number, currency }

  /// Digits and the power of ten they are multiplied by, for the time of a call.
  struct Reading {
    let token: NumberToken
    let power: Int
  }

  /// The number of a text as digits and a power of ten.
  private func withReading<Value>(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ body: (Reading) -> Value,
    else fail: (Failure) -> Value
  ) -> Value {
    HalfWidth.withPlain(start, count) { text, length in
      guard let token = NumberToken.read(text, length, form.affixes),
        let decimals = form.separators.decimals(token.core, token.coreCount),
        token.isPercent == form.isPercent, hasItsUnit(token)
      else { return fail(.number) }
      if token.fitsCurrency == false { return fail(.currency) }
      return body(Reading(token: token, power: token.shift - decimals - percentDecimals))
    }
  }

  private var percentDecimals: Int {
    if form.isPercent, case .measure(let percent?, _) = form.affixes { percent } else { 0 }
  }

  private func hasItsUnit(_ token: NumberToken) -> Bool {
    guard let unit = token.unit else { return true }
    if case .measure(_, .some) = form.affixes { return true }
    return form.unit.map { unit.elementsEqual($0.utf8) } ?? false
  }

  enum Outcome: Equatable {
    case value(Int64, wasRounded: Bool)
    case none
    case currency
    case tooLarge
  }

  /// The number as whole units of 10^-scale, exact on its digits; halves are rounded away from zero.
  func decimal(_ start: UnsafePointer<UInt8>, _ count: Int, scale: Int) -> Outcome {
    withReading(start, count) { reading in
      Self.units(reading.token, power: reading.power + scale)
    } else: {
      $0 == .currency ? .currency : .none
    }
  }

  private static func units(_ token: NumberToken, power: Int) -> Outcome {
    var digits = 0
    for i in 0..<token.coreCount where Digits.isDigit(token.core[i]) { digits += 1 }
    // Digits that are dropped; more than there are leaves zero.
    let kept = digits + min(0, power)
    var magnitude: UInt64 = 0
    var seen = 0
    var roundsUp = false
    var wasRounded = false
    var isTooLarge = false
    for i in 0..<token.coreCount where Digits.isDigit(token.core[i]) {
      let digit = UInt64(token.core[i] & 15)
      if seen >= kept {
        if seen == kept { roundsUp = digit >= 5 }
        if digit != 0 { wasRounded = true }
      } else {
        let (product, over) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, overSum) = product.addingReportingOverflow(digit)
        if over || overSum { isTooLarge = true }
        magnitude = sum
      }
      seen += 1
    }
    if power > 0, magnitude > 0 {
      for _ in 0..<power {
        let (product, over) = magnitude.multipliedReportingOverflow(by: 10)
        magnitude = product
        guard !over else { return .tooLarge }
      }
    }
    guard !isTooLarge, magnitude <= UInt64(Int64.max) else { return .tooLarge }
    if roundsUp { magnitude += 1 }
    guard magnitude <= UInt64(Int64.max) else { return .tooLarge }
    return .value(
      token.isNegative ? -Int64(magnitude) : Int64(magnitude), wasRounded: wasRounded)
  }

  /// The nearest double; nil where the text is no number of this form.
  func double(_ start: UnsafePointer<UInt8>, _ count: Int) -> Double? {
    withReading(start, count) { reading -> Double? in
      let token = reading.token
      var digits: [UInt8] = []
      digits.reserveCapacity(token.coreCount + 8)
      if token.isNegative { digits.append(UInt8(ascii: "-")) }
      for i in 0..<token.coreCount where Digits.isDigit(token.core[i]) {
        digits.append(token.core[i])
      }
      digits += Array("e\(reading.power)".utf8)
      return digits.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { NumberParser.number($0, bytes.count) }
      }
    } else: { _ in
      nil
    }
  }
}
