import Testing

@testable import Tabular

@Suite struct KeyBlanksTests {
  private func key(_ text: String, _ encoder: inout KeyEncoder) -> PackedKey {
    // The encoder may read eight bytes around an id.
    let around = [UInt8](repeating: 0, count: 8)
    let bytes = around + Array(text.utf8) + around
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { encoder.key($0 + 8, text.utf8.count) } ?? .missing
    }
  }

  @Test(arguments: [
    " C0001", "C0001 ", "  C0001\t", "\u{3000}C0001", "C0001\u{3000}\u{A0}", "\u{A0} C0001 ",
    "C0001",
  ])
  func `blanks around an id are none of it, whichever form comes first`(_ text: String) {
    let dictionary = KeyDictionary()
    var encoder = KeyEncoder(dictionary)
    let first = key(text, &encoder)
    #expect(dictionary.text(of: first) == "C0001")
    #expect(key("C0001", &encoder) == first)
    #expect(key(text, &encoder) == first)
    #expect(key("C0002", &encoder) != first)
  }

  @Test(arguments: ["", " ", "\t  ", "\u{3000}", "\u{A0}\u{3000} "])
  func `nothing but blanks is no id`(_ text: String) {
    var encoder = KeyEncoder(KeyDictionary())
    #expect(key(text, &encoder) == .missing)
  }

  @Test(arguments: ["C 1", "C\u{3000}1", "c1", "Ｃ１", "\u{1B}[31mC1", "\u{0}"])
  func `all else belongs to the id`(_ text: String) {
    let dictionary = KeyDictionary()
    var encoder = KeyEncoder(dictionary)
    #expect(dictionary.text(of: key(text, &encoder)) == text)
  }
}
