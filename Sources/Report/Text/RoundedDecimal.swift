/// The magnitude of a number rounded to a fixed count of decimals, as digits.
///
/// Rounds half away from zero on the shortest decimal digits of the value, as a spreadsheet shows
/// it: 2.675 becomes 2.68, although its nearest binary fraction lies below. Powers of ten are
/// applied by moving the point, so a share of 0.145 is 14.5 per cent exactly.
struct RoundedDecimal: Equatable {
  /// Below zero and not rounded to zero.
  let isNegative: Bool
  /// At least one digit, no separators.
  let whole: String
  /// As many digits as decimals were asked for.
  let fraction: String

  /// - Parameters:
  ///   - value: A finite number.
  ///   - decimals: Digits after the point, 0 or more.
  ///   - shift: The value is multiplied by this power of ten first.
  init(_ value: Double, decimals: Int, shift: Int = 0) {
    precondition(value.isFinite && decimals >= 0, "only finite numbers are rounded")
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var bytes = value.magnitude.description.utf8[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        exponent = Int(String(decoding: bytes, as: UTF8.self)) ?? 0
        bytes = bytes.suffix(0)
      default: digits.append(byte - 48)
      }
    }
    var wholeCount = (point ?? digits.count) + exponent + shift
    if wholeCount < 0 {
      digits.insert(contentsOf: repeatElement(0, count: -wholeCount), at: 0)
      wholeCount = 0
    }
    let kept = wholeCount + decimals
    if kept < digits.count {
      let roundsUp = digits[kept] >= 5
      digits.removeSubrange(kept...)
      if roundsUp { wholeCount += RoundedDecimal.increment(&digits) }
    } else {
      digits.append(contentsOf: repeatElement(0, count: kept - digits.count))
    }
    isNegative = value < 0 && digits.contains { $0 != 0 }
    let text = RoundedDecimal.text(digits[..<wholeCount].drop { $0 == 0 })
    whole = text.isEmpty ? "0" : text
    fraction = RoundedDecimal.text(digits[wholeCount...])
  }

  var isZero: Bool { whole == "0" && fraction.utf8.allSatisfy { $0 == 48 } }

  /// The whole part with a comma after every three digits from the right, and the fraction.
  var grouped: String {
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.utf8.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return fraction.isEmpty ? text : "\(text).\(fraction)"
  }

  /// Adds one in the last place; 1 when a digit was put in front.
  private static func increment(_ digits: inout [UInt8]) -> Int {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return 0
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    return 1
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
  }
}
