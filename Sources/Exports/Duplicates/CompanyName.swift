/// The name of a customer without what two writers put differently.
///
/// Full width and case are folded (`PlainText`); spaces and punctuation go, `+` stays (C++ is not C).
/// The legal form at the end goes, in Chinese and in Latin letters (有限责任公司, 股份有限公司, Co., Ltd.,
/// Inc., GmbH & Co. KG; 株式会社 in front too): one registry gives a trade name in one trade to one
/// company only, whatever its form (企业名称登记管理规定, State Council Decree 734, 2020, article 17).
/// 集团 and 分公司 stay: they are other companies. Simplified and Traditional stay apart.
enum CompanyName {
  /// nil for placeholders, a legal form alone, and names of one character.
  static func key(of name: String) -> String? {
    var words = words(of: PlainText.folded(name))
    dropLatinForm(&words)
    let joined = words.joined()
    let short = withoutForm(joined)
    guard short.unicodeScalars.count > 1, !Placeholder.isWord(joined), !Placeholder.isWord(short),
      !isFiller(short)
    else { return nil }
    return short
  }

  /// `000`, `xxx`: nobody is called that.
  private static func isFiller(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "x") || (48...57).contains(first)
    else { return false }
    return Placeholder.isOneCharacter(text)
  }

  /// What is between spaces and punctuation; dots and apostrophes do not part (S.A., O'Neill).
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "+", "\u{4E00}"..."\u{9FFF}": word.append(scalar)
      case ".", "'", "\u{2019}": continue
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.canonicalCombiningClass != .notReordered
        {
          word.append(scalar)
        } else {
          end()
        }
      }
    }
    end()
    return words
  }

  private static let latinForms: Set<String> = [
    "co", "company", "coltd", "corp", "corporation", "inc", "incorporated", "ltd", "ltda",
    "limited", "llc", "llp", "lp", "plc", "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "gbr", "ug",
    "ev", "se", "sa", "sas", "sarl", "srl", "spa", "sl", "bv", "nv", "ab", "oy", "oyj", "as", "asa",
    "aps", "pty", "pte", "pvt", "kk", "sdn", "bhd", "sro", "doo", "kft", "jsc", "ooo", "pao",
  ]
  private static let links: Set<String> = ["and", "und", "et", "e", "y"]

  private static func dropLatinForm(_ words: inout [String]) {
    var hadForm = false
    while words.count > 1, let last = words.last {
      guard latinForms.contains(last) || (hadForm && links.contains(last)) else { return }
      words.removeLast()
      hadForm = true
    }
  }

  /// Longest first.
  private static let endings = [
    "特殊普通合伙", "股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "股份公司", "有限合伙", "普通合伙",
    "株式会社", "株式會社", "有限会社", "合同会社", "公司",
  ]
  private static let beginnings = ["株式会社", "株式會社", "有限会社", "合同会社"]
  /// A company with one of these before 公司 is another one than without.
  private static let kinds: Set<Character> = ["分", "子", "总", "總", "母"]

  private static func withoutForm(_ name: String) -> String {
    if let form = beginnings.first(where: name.hasPrefix) {
      return String(name.dropFirst(form.count))
    }
    guard let form = endings.first(where: name.hasSuffix) else { return name }
    let short = name.dropLast(form.count)
    if form == "公司", let last = short.last, kinds.contains(last) { return name }
    return String(short)
  }
}
