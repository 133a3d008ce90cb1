import Exports
import Testing

@testable import Pipeline

@Suite struct PseudonymTests {
  /// RFC 4231, *Identifiers and test vectors for HMAC-SHA-256*, 2005, test case 2.
  @Test func `correctness: the keyed hash is that of RFC 4231`() {
    let hash = ContentHash.of("what do ya want for nothing?", key: "Jefe")
    #expect(
      hash.prefix(8) == [0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e] && hash.count == 32)
    // 0101 1011 1101 1100 1100 … in fives: 01011 = B, 01111 = F, 01110 = E, 01100 = C, 00010 = 2.
    #expect(Pseudonym.of("what do ya want for nothing?", key: "Jefe").hasPrefix("PBFEC2"))
  }

  @Test func `customers and keys have pseudonyms of their own`() {
    let numbers = (0..<5000).map { "C\($0)" }
    let one = Set(numbers.map { Pseudonym.of($0, key: "one key of many") })
    let other = Set(numbers.map { Pseudonym.of($0, key: "another key") })
    #expect(one.count == numbers.count && one.isDisjoint(with: other))
    #expect(one.allSatisfy { $0.utf8.count == 13 })
  }
}
