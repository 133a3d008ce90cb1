/// A number as it is written, taken apart: sign, digits with their separators, what stands beside.
///
/// It points into the text it was read from, which is plain (`HalfWidth`).
struct NumberToken {
  var isNegative = false
  /// Digits and separators; what they mean is for `NumberSeparators` to say.
  var core: UnsafePointer<UInt8>
  var coreCount = 0
  /// The power of ten that 万, 亿 or an exponent multiplies by.
  var shift = 0
  var isPercent = false
  /// Whether its currency may be that of the column; nil where it has none.
  var fitsCurrency: Bool?
  /// The unit behind it, without spaces around.
  var unit: UnsafeBufferPointer<UInt8>?
  var traits: Traits = []

  /// Ways of writing that a plain column does not have.
  struct Traits: OptionSet {
    let rawValue: UInt16

    static let currency = Traits(rawValue: 1)
    static let brackets = Traits(rawValue: 2)
    static let trailingMinus = Traits(rawValue: 4)
    static let myriads = Traits(rawValue: 8)
    static let percent = Traits(rawValue: 16)
    static let unit = Traits(rawValue: 32)
    static let spaces = Traits(rawValue: 64)
    static let fullWidth = Traits(rawValue: 128)
  }

  private static let magnitudes: [(text: [UInt8], power: Int)] = [
    ("万亿", 12), ("萬億", 12), ("千万", 7), ("千萬", 7), ("百万", 6), ("百萬", 6), ("亿", 8), ("億", 8),
    ("万", 4), ("萬", 4),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Units that would change the number: they are never taken for a unit.
  private static let scalingUnits: Set<String> = [
    "k", "m", "mm", "b", "bn", "mn", "mio", "mrd", "t", "tsd", "thousand", "million", "billion",
    "e",
    "十", "百", "千", "打", "dozen", "兆", "成",
  ]

  /// The number that a text is; nil where it is none.
  static func read(
    _ text: UnsafePointer<UInt8>, _ count: Int, _ affixes: NumberForm.Affixes
  ) -> NumberToken? {
    var token = NumberToken(core: text)
    var isBracketed = false
    var hasSign = false
    var i = 0
    // Before the digits.
    while true {
      guard i < count else { return nil }
      let byte = text[i]
      if Digits.isDigit(byte) { break }
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard i + 1 < count, Digits.isDigit(text[i + 1]) else { return nil }
      case UInt8(ascii: "("):
        guard !isBracketed, !hasSign else { return nil }
        isBracketed = true
        i += 1
        continue
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard !isBracketed, !hasSign else { return nil }
        hasSign = true
        token.isNegative = byte == UInt8(ascii: "-")
        i += 1
        continue
      case 32:
        token.traits.insert(.spaces)
        i += 1
        continue
      default:
        guard let length = token.takeCurrency(text + i, count - i, affixes) else { return nil }
        i += length
        continue
      }
      break
    }
    // The digits.
    token.core = text + i
    let first = i
    while i < count, isCore(text, i, count) { i += 1 }
    token.coreCount = i - first
    i += token.takeExponent(text + i, count - i, affixes)
    // Behind the digits; what multiplies comes before a currency: 1.2万元.
    let before = token.fitsCurrency
    var isClosed = false
    while i < count {
      let byte = text[i]
      switch byte {
      case UInt8(ascii: ")"):
        guard isBracketed, !isClosed else { return nil }
        isClosed = true
        i += 1
      case UInt8(ascii: "-"):
        guard !hasSign, !isBracketed else { return nil }
        hasSign = true
        token.isNegative = true
        token.traits.insert(.trailingMinus)
        i += 1
      case 32:
        token.traits.insert(.spaces)
        i += 1
      case UInt8(ascii: "%"):
        guard !token.isPercent, token.unit == nil, case .measure(.some, _) = affixes else {
          return nil
        }
        token.isPercent = true
        token.traits.insert(.percent)
        i += 1
      default:
        if token.fitsCurrency == before, !token.traits.contains(.myriads),
          let (length, power) = magnitude(text + i, count - i)
        {
          token.shift += power
          token.traits.insert(.myriads)
          i += length
        } else if let length = token.takeCurrency(text + i, count - i, affixes)
          ?? token.takeUnit(text + i, count - i, affixes)
        {
          i += length
        } else {
          return nil
        }
      }
    }
    if isBracketed {
      guard isClosed else { return nil }
      token.isNegative = true
      token.traits.insert(.brackets)
    }
    return token
  }

  /// A digit, or a separator that may belong to the number.
  private static func isCore(_ text: UnsafePointer<UInt8>, _ i: Int, _ count: Int) -> Bool {
    switch text[i] {
    case 48...57, UInt8(ascii: "."), UInt8(ascii: ","): true
    case 32, UInt8(ascii: "'"): i + 1 < count && Digits.isDigit(text[i + 1])
    default: false
    }
  }

  private static func magnitude(
    _ text: UnsafePointer<UInt8>, _ count: Int
  ) -> (length: Int, power: Int)? {
    guard text[0] >= 0x80 else { return nil }
    for magnitude in magnitudes where begins(text, count, magnitude.text) {
      return (magnitude.text.count, magnitude.power)
    }
    return nil
  }

  static func begins(_ text: UnsafePointer<UInt8>, _ count: Int, _ word: [UInt8]) -> Bool {
    guard word.count <= count else { return false }
    for (i, byte) in word.enumerated() where text[i] != byte { return false }
    return true
  }

  /// The length of the currency here; nil where there is none, or one was there already.
  private mutating func takeCurrency(
    _ text: UnsafePointer<UInt8>, _ count: Int, _ affixes: NumberForm.Affixes
  ) -> Int? {
    guard case .money(let currency) = affixes, fitsCurrency == nil,
      let (length, fits) = CurrencyMark.match(text, count, currency)
    else { return nil }
    fitsCurrency = fits
    traits.insert(.currency)
    return length
  }

  /// The length of an exponent (`e5`, `E-3`), which only numbers that are no money have.
  private mutating func takeExponent(
    _ text: UnsafePointer<UInt8>, _ count: Int, _ affixes: NumberForm.Affixes
  ) -> Int {
    guard case .measure = affixes, count >= 2, text[0] | 32 == UInt8(ascii: "e") else { return 0 }
    var i = 1
    let isNegative = text[1] == UInt8(ascii: "-")
    if isNegative || text[1] == UInt8(ascii: "+") { i = 2 }
    var power = 0
    let first = i
    while i < count, Digits.isDigit(text[i]), i - first < 4 {
      power = power * 10 + Int(text[i] & 15)
      i += 1
    }
    guard i > first else { return 0 }
    shift += isNegative ? -power : power
    return i
  }

  /// Takes all that is left as a unit: letters, at most eight characters.
  private mutating func takeUnit(
    _ text: UnsafePointer<UInt8>, _ count: Int, _ affixes: NumberForm.Affixes
  ) -> Int? {
    guard case .measure(_, let units) = affixes, !isPercent, unit == nil, count <= 24 else {
      return nil
    }
    for i in 0..<count where text[i] < 0x80 && !CurrencyMark.isLetter(text[i]) { return nil }
    let found = UnsafeBufferPointer(start: text, count: count)
    let word = String(decoding: found, as: UTF8.self)
    guard word.count <= 8, !Self.scalingUnits.contains(word.lowercased()),
      word.allSatisfy(\.isLetter), units?.contains(word.lowercased()) ?? true
    else { return nil }
    unit = found
    traits.insert(.unit)
    return count
  }
}
