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

  @Test(arguments: ["cny", "CN", "CNYY", "¥", ""])
  func `a code is three capital letters`(code: String) { #expect(Currency(code: code) == nil) }
}
