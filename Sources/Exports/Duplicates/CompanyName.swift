/// The name of a customer without what two writers put differently.
///
/// Full width and case are folded (`PlainText`); spaces and punctuation go, `+` stays (C++ is not C).
/// The legal form at the end goes, in Chinese and in Latin letters (有限责任公司, 股份有限公司, Co., Ltd.,
/// Inc., GmbH & Co. KG; 株式会社 in front too): one registry gives a trade name in one trade to one
/// company only, whatever its form (企业名称登记管理规定, State Council Decree 734, 2020, article 17).
/// A form of another registry's own stays as that registry: Moreau GmbH and Moreau B.V. are two
/// companies, Moreau GmbH and Moreau GmbH & Co. KG are taken for one. 集团 and 分公司 stay: they are other companies. Simplified and Traditional stay apart.
enum CompanyName {
  /// nil for placeholders, a legal form alone, and names of one character.
  ///
  /// - Parameter name: folded.
  static func key(of name: [UInt8]) -> [UInt8]? {
    var words = words(of: name)
    let registry = dropLatinForm(&words)
    let short = withoutForm(words.joined)
    guard short.count(where: { $0 & 0xC0 != 0x80 }) > 1, !Placeholder.isWord(words.joined),
      !Placeholder.isWord(short), !isFiller(short)
    else { return nil }
    return registry.map { Array(short) + [0x1F] + Array($0.utf8) } ?? Array(short)
  }

  /// `000`, `xxx`: nobody is called that.
  private static func isFiller(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first == UInt8(ascii: "x") || (48...57).contains(first)
    else { return false }
    return Placeholder.isOneCharacter(text)
  }

  /// Words one behind the other, and where each starts.
  private struct Words {
    var joined: [UInt8] = []
    var starts: [Int] = []
    var isInWord = false

    mutating func take(_ bytes: ArraySlice<UInt8>) {
      if !isInWord { starts.append(joined.count) }
      isInWord = true
      joined += bytes
    }
  }

  /// What is between spaces and punctuation; dots and apostrophes do not part (S.A., O'Neill).
  private static func words(of text: [UInt8]) -> Words {
    var words = Words()
    words.joined.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      let length = min(length(of: text[at]), text.count - at)
      let bytes = text[at..<(at + length)]
      let lead = text[at]
      at += length
      switch lead {
      case 0x61...0x7A, 0x30...0x39, 0x2B, 0xE5...0xE9: words.take(bytes)
      case 0x2E, 0x27: continue
      case 0..<0x80: words.isInWord = false
      default:
        guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
          continue
        }
        if isLetter(scalar) {
          words.take(bytes)
        } else if scalar != "\u{2019}" {
          words.isInWord = false
        }
      }
    }
    return words
  }

  private static func length(of lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// Letters, digits and the marks upon them, of any script.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// Forms that are used in many countries, and in the English names of Chinese companies.
  private static let commonForms: Set<String> = [
    "co", "company", "coltd", "corp", "corporation", "inc", "incorporated", "ltd", "limited", "llc",
    "llp", "lp", "plc", "jsc",
  ]
  /// Forms that tell in which country a company is registered, by the country's code.
  private static let registries: [String: String] = [
    "gmbh": "de", "mbh": "de", "ag": "de", "kg": "de", "kgaa": "de", "ohg": "de", "gbr": "de",
    "ug": "de", "ev": "de", "se": "eu", "sa": "fr", "sas": "fr", "sarl": "fr", "srl": "it",
    "spa": "it", "sl": "es", "ltda": "br", "bv": "nl", "nv": "nl", "ab": "se", "oy": "fi",
    "oyj": "fi", "as": "no", "asa": "no", "aps": "dk", "pty": "au", "pte": "sg", "pvt": "in",
    "kk": "jp", "sdn": "my", "bhd": "my", "sro": "cz", "doo": "si", "kft": "hu", "ooo": "ru",
    "pao": "ru",
  ]
  private static let links: Set<String> = ["and", "und", "et", "e", "y"]

  /// - Returns: the country whose registry the form is of, where it says so.
  private static func dropLatinForm(_ words: inout Words) -> String? {
    var hadForm = false
    var registry: String?
    while words.starts.count > 1, let start = words.starts.last, words.joined[start] < 0x80 {
      let last = String(decoding: words.joined[start...], as: UTF8.self)
      let country = registries[last]
      guard country != nil || commonForms.contains(last) || (hadForm && links.contains(last))
      else { break }
      registry = country ?? registry
      words.joined.removeLast(words.joined.count - start)
      words.starts.removeLast()
      hadForm = true
    }
    return registry
  }

  /// Longest first.
  private static let endings = [
    "特殊普通合伙", "股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "股份公司", "有限合伙", "普通合伙",
    "株式会社", "株式會社", "有限会社", "合同会社", "公司",
  ].map { Array($0.utf8) }
  private static let beginnings = ["株式会社", "株式會社", "有限会社", "合同会社"].map { Array($0.utf8) }
  private static let company = Array("公司".utf8)
  /// A company with one of these before 公司 is another one than without.
  private static let kinds = ["分", "子", "总", "總", "母"].map { Array($0.utf8) }

  private static func withoutForm(_ name: [UInt8]) -> ArraySlice<UInt8> {
    if let form = beginnings.first(where: { name.starts(with: $0) }) {
      return name.dropFirst(form.count)
    }
    guard let form = endings.first(where: { ends(name[...], with: $0) }) else { return name[...] }
    let short = name.dropLast(form.count)
    if form == company, kinds.contains(where: { ends(short, with: $0) }) { return name[...] }
    return short
  }

  private static func ends(_ name: ArraySlice<UInt8>, with ending: [UInt8]) -> Bool {
    name.count >= ending.count && name.last == ending.last
      && name.suffix(ending.count).elementsEqual(ending)
  }
}
