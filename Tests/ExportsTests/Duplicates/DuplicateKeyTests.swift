import Testing
import Values

@testable import Exports

/// What counts as the same name, phone, tax number and address; and what counts for nothing.
@Suite struct DuplicateKeyTests {
  /// Texts that are one key, and one that is not.
  struct Same: Sendable, CustomTestStringConvertible {
    let texts: [String]
    let other: String

    var testDescription: String { texts[0] }

    init(_ texts: String..., not other: String) {
      self.texts = texts
      self.other = other
    }
  }

  private static let names = [
    Same(
      "长沙溪水检测有限公司", "长沙溪水检测有限责任公司", "长沙溪水检测 股份有限公司", "长沙溪水（检测）公司", " 长沙溪水检测",
      "长沙溪水检测有限責任公司", not: "长沙溪水检测有限公司分公司"),
    Same("美的集团股份有限公司", "美的集团有限公司", "美的（集团）有限公司", not: "美的有限公司"),
    Same(
      "Ｌｏｎｇ　Ｒｉｖｅｒ　Ｃｏ．，　Ｌｔｄ．", "LONG RIVER CO LTD", "Long-River, Inc.", "long river",
      not: "long rivers"),
    Same(
      "Müller GmbH & Co. KG", "MÜLLER gmbh", "Mu\u{308}ller mbH", not: "Muller GmbH"),
    Same("Müller", "müller Und Co.", "MÜLLER Ltd.", not: "Müller GmbH"),
    Same("Moreau GmbH", "Moreau AG", not: "Moreau B.V."),
    Same("Straße AG", "STRASSE A.G.", not: "strase AG"),
    Same("O'Neill S.A.", "ONEILL SA", "O\u{2019}Neill S.A.R.L.", not: "O'Neill"),
    Same("C++ Tools", "c++ tools Ltd.", not: "C Tools"),
    Same("株式会社 山田", "山田株式会社", "山田", not: "山田電機"),
    Same("买买提·吐尔逊", "买买提吐尔逊", "买买提 • 吐尔逊", not: "买买提"),
    Same("Ångström ﬁne", "A\u{30A}ngström fine", not: "Angstrom fine"),
    Same("Basco", "BASCO", not: "Bas Co"),
  ]

  @Test(arguments: names)
  func `names are one whatever case, width, punctuation and legal form`(_ same: Same) {
    let keys = same.texts.map { DuplicateKey.name.texts(of: $0) }
    #expect(Set(keys).count == 1, "\(keys)")
    #expect(keys[0].count == 1)
    #expect(DuplicateKey.name.texts(of: same.other) != keys[0])
  }

  @Test(
    arguments: [
      "", "无", "n/a", "N.A.", "-", "——", "000", "xxx", "测试", "散客", "有限公司", "A", "Unknown", "???",
      "test",
      "零售客户", "X", "test Ltd.",
    ])
  func `placeholders are no name`(_ text: String) {
    #expect(DuplicateKey.name.texts(of: text) == [])
  }

  private static let phones = [
    Same(
      "010-65529988", "（010）65529988", "+86 10 6552 9988", "0086-10-65529988", "８６－１０－６５５２９９８８",
      "010 65529988", "+86(0)10.65529988", not: "020-65529988"),
    Same(
      "13912345670", "+86 139-1234-5670", "008613912345670", "86 13912345670", not: "13912345671"),
    Same(
      "010-65529988转801", "010-65529988 ext. 801", "+861065529988 x801", "01065529988#801",
      "010-65529988-分机801", not: "010-65529988"),
    Same("+44 20 7946 0958", "0044 (0)20 7946 0958", "+442079460958", not: "020 7946 0958"),
    Same("400-700-1234", "4007001234", not: "800-700-1234"),
  ]

  @Test(arguments: phones)
  func `phones are one by their digits, country and extension`(_ same: Same) {
    let keys = same.texts.map { DuplicateKey.phone.texts(of: $0) }
    #expect(Set(keys).count == 1, "\(keys)")
    #expect(keys[0].count == 1)
    #expect(DuplicateKey.phone.texts(of: same.other) != keys[0])
  }

  @Test(
    arguments: [
      ("010-65529988/13912345670", ["1065529988", "13912345670"]),
      ("13912345670、13912345671，13912345670", ["13912345670", "13912345671"]),
      ("13912345670 13912345671", ["13912345670", "13912345671"]),
      ("电话：010-65529988（王经理）", ["1065529988"]), ("010-65529988/89", ["1065529988"]),
    ])
  func `a cell can hold several phones`(_ text: String, _ keys: [String]) {
    #expect(DuplicateKey.phone.texts(of: text) == keys)
  }

  @Test(
    arguments: [
      "", "无", "n/a", "13800000000", "13800138000", "00000000", "11111111", "12345678", "0",
      "13812345678", "139****5670", "65-29", "1234567890123456789", "---",
    ])
  func `placeholders and pieces are no phone`(_ text: String) {
    #expect(DuplicateKey.phone.texts(of: text) == [])
  }

  /// Codes that companies publish, and the examples of GB 11643-1999, 4.
  @Test(
    arguments: [
      ("91110000802100433B", true), ("9144030071526726XG", true), ("91330100799655058B", true),
      ("91350100M000100Y43", true), ("11010519491231002X", false), ("440524188001010014", false),
    ])
  func `correctness: a number of eighteen must pass its check`(_ number: String, _ isCode: Bool) {
    func passes(_ characters: [Character]) -> Bool {
      let bytes = Array(String(characters).utf8)
      return isCode ? TaxNumber.isCreditCode(bytes) : TaxNumber.isResidentNumber(bytes)
    }
    let spaced = number.lowercased().map { "\($0) " }.joined()
    #expect(DuplicateKey.taxNumber.texts(of: spaced) == [number])
    // Any one character changed is found out, and so are two neighbours in the wrong order.
    let characters = Array(number)
    #expect(passes(characters))
    for place in characters.indices {
      var wrong = characters
      wrong[place] = wrong[place] == "7" ? "3" : "7"
      #expect(!passes(wrong), "\(String(wrong))")
      guard place > 0, characters[place] != characters[place - 1] else { continue }
      wrong = characters
      wrong.swapAt(place, place - 1)
      #expect(!passes(wrong), "\(String(wrong))")
    }
  }

  @Test(arguments: ["91110000802100433A", "110105194912310021", "91110000802100433I"])
  func `a mistyped number of eighteen is no key`(_ number: String) {
    #expect(DuplicateKey.taxNumber.texts(of: number) == [])
  }

  @Test(
    arguments: [
      ("DE 123 456 788", ["DE123456788"]), ("ｄｅ１２３４５６７８８", ["DE123456788"]),
      ("12-3456780", ["123456780"]), ("440301192203821", ["440301192203821"]),
      ("ATU12345675", ["ATU12345675"]),
      ("无", []), ("n/a", []), ("000000", []), ("000000000000000000", []), ("111111111111111", []),
      ("1234", []), ("ABCDEF", []), ("123456789", []), ("税号待补", []), ("", []),
    ])
  func `tax numbers of other forms stand as they are`(_ text: String, _ keys: [String]) {
    #expect(DuplicateKey.taxNumber.texts(of: text) == keys)
  }

  @Test(
    arguments: [
      ("Info@Acme.COM", ["info@acme.com"]), ("ｉｎｆｏ＠ａｃｍｅ．ｃｏｍ; b@c.cn", ["info@acme.com", "b@c.cn"]),
      ("a@b", []), ("test@acme.com", []), ("x@example.com", []), ("无", []), ("@acme.com", []),
      ("<info@acme.com>", ["info@acme.com"]), ("a@b@c.com", []),
    ])
  func `addresses are one without case`(_ text: String, _ keys: [String]) {
    #expect(DuplicateKey.email.texts(of: text) == keys)
  }
}

extension DuplicateKey {
  /// The keys of a value as texts.
  func texts(of text: String) -> [String] {
    values(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }
}
