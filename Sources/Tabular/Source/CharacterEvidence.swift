/// Whether bytes are text in one of the old encodings, judged by the characters that they give.
///
/// Nearly every pair of high bytes is some character in GB18030 and Big5, and every byte in
/// Windows-1252, so decoding without an error says little. Text consists of characters in common
/// use: those of the first level of GB 2312, Big5 and JIS X 0208 with kana and punctuation, and in
/// Windows-1252 letters that stand beside plain ones. In another encoding it does not.
struct CharacterEvidence {
  /// Characters beyond ASCII.
  private(set) var characters = 0
  private(set) var common = 0
  /// Common characters where Korean, whose pairs look like common ones of both, has none: in GB 2312
  /// those from `R` on, in Big5 those with a low second byte. nil where there is no such check.
  private var telling: Int?
  /// Characters before their distribution says anything.
  private static let enough = 20

  init(_ bytes: ArraySlice<UInt8>, as encoding: Dialect.Encoding) {
    telling = encoding == .gb18030 || encoding == .big5 ? 0 : nil
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        guard buffer[at] >= 0x80 else {
          at += 1
          continue
        }
        let next = at + 1 < buffer.count ? buffer[at + 1] : 0
        characters += 1
        switch encoding {
        case .gb18030: at += countChinese(buffer[at], next)
        case .big5: at += countTraditional(buffer[at], next)
        case .shiftJIS: at += countJapanese(buffer[at], next)
        default:
          countWestern(buffer, at)
          at += 1
        }
      }
    }
  }

  /// No more than one byte in a hundred characters that does not fit, three of four characters in
  /// common use, and of twenty or more at least one in twenty where Korean has none.
  func isClear(bad: Int) -> Bool {
    characters > 0 && bad * 100 <= characters && common * 4 >= characters * 3
      && (telling.map { characters < Self.enough || $0 * 20 >= characters } ?? true)
  }

  /// GB 2312: 3,755 hanzi of the first level in rows 16 to 55, signs and full width in rows 1 and 3.
  private mutating func countChinese(_ lead: UInt8, _ trail: UInt8) -> Int {
    if trail >= 0x30, trail <= 0x39 { return 4 }
    guard trail >= 0x40 else { return 1 }
    if trail >= 0xA1, (lead >= 0xB0 && lead <= 0xD7) || lead == 0xA1 || lead == 0xA3 {
      common += 1
      if lead > 0xC8 { telling = telling.map { $0 + 1 } }
    }
    return 2
  }

  /// Big5: 5,401 hanzi in common use from A440 to C67E, signs and full width from A140 to A3BF.
  private mutating func countTraditional(_ lead: UInt8, _ trail: UInt8) -> Int {
    guard (0x40...0x7E).contains(trail) || trail >= 0xA1 else { return 1 }
    if lead >= 0xA1, lead < 0xC6 || (lead == 0xC6 && trail <= 0x7E) {
      common += 1
      if trail <= 0x7E { telling = telling.map { $0 + 1 } }
    }
    return 2
  }

  /// Shift-JIS: signs, full width, kana and 2,965 kanji of the first level from 889F to 9872.
  ///
  /// Kana of half width are single bytes, and what any Chinese text reads as: they are no evidence.
  private mutating func countJapanese(_ lead: UInt8, _ trail: UInt8) -> Int {
    if (0xA0...0xDF).contains(lead) { return 1 }
    guard trail >= 0x40, trail != 0x7F else { return 1 }
    switch lead {
    case 0x81, 0x89...0x97: common += 1
    case 0x82 where trail >= 0x4F, 0x83 where trail <= 0x96, 0x88 where trail >= 0x9F,
      0x98 where trail <= 0x72:
      common += 1
    default: break
    }
    return 2
  }

  /// Windows-1252: a letter beside a plain letter, or any sign or letter that stands alone.
  private mutating func countWestern(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    let before = at > 0 ? bytes[at - 1] : 0
    let after = at + 1 < bytes.count ? bytes[at + 1] : 0
    let isAlone = before < 0x80 && after < 0x80
    let isLetter = bytes[at] >= 0xC0 && bytes[at] != 0xD7 && bytes[at] != 0xF7
    func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    if isAlone || (isLetter && (isPlain(before) || isPlain(after))) { common += 1 }
  }
}
