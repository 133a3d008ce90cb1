import Testing

@testable import Values

@Suite struct MoneyTests {
  @Test(arguments: [
    ("CNY", 123_450 as Int64, "1234.50"), ("CNY", -5, "-0.05"), ("CNY", 0, "0.00"),
    ("JPY", -120, "-120"),
    ("KWD", 1_005, "1.005"), ("CNY", Int64.min + 1, "-92233720368547758.07"),
  ])
  func `amounts are exact decimal text`(code: String, minor: Int64, text: String) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.decimalText(minor) == text)
  }

  @Test(arguments: ["cny", "CN", "CNYY", "¥", "", "RMB", "XXX", "XAU", "ABC", "CNY "])
  func `a code is one of ISO 4217`(code: String) { #expect(Currency(code: code) == nil) }

  @Test func `the list has the currencies that are paid with, and those of old exports`() {
    // ISO 4217 list one has 178 codes with funds, metals and tests; 155 to 165 of them are money.
    #expect(Currency.known.allSatisfy { $0.utf8.count == 3 && $0 == $0.uppercased() })
    #expect((180...200).contains(Currency.known.count))
    for code in ["CNY", "HKD", "TWD", "USD", "EUR", "JPY", "CHF", "XOF", "DEM", "XCG", "UYI"] {
      #expect((Currency(code: code) != nil) == (code != "UYI"), "\(code)")
    }
  }

  @Test(arguments: [
    ("RMB", "CNY"), ("cny", "CNY"), ("CNH", "CNY"), ("元", "CNY"), ("NTD", "TWD"), ("eur", "EUR"),
    ("$", "USD"),
  ])
  func `the code that is meant is told`(text: String, code: String) {
    #expect(Currency.meant(by: text) == code)
    #expect(Currency(code: code) != nil)
  }

  @Test func `what is near to no code is not guessed`() {
    #expect(Currency.meant(by: "QQQ") == nil)
  }
}
