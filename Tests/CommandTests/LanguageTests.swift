import Foundation
import Testing

/// Each report speaks one language; only data, symbols and listed words may be of another.
@Suite struct LanguageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// Words that stay Latin in Chinese: names of methods, units, settings and cited works.
  private static let glossary = Result {
    try String(contentsOf: folder.appending(path: "Languages/glossary.txt"), encoding: .utf8)
      .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  /// The distinct text values of the sample exports, as read: not numbers, not dates.
  private static let data = Result {
    var values: Set<String> = []
    for name in try SampleCompanyFiles.exports {
      values.insert(name)
      let bytes = try Data(contentsOf: SampleCompanyFiles.folder.appending(path: name))
      let utf8 = String(data: bytes, encoding: .utf8)
      guard let text = utf8 ?? decoded(bytes) else { continue }
      let delimiter: Character = text.prefix(200).contains(";") ? ";" : ","
      for line in text.split(whereSeparator: \.isNewline) {
        for field in line.split(separator: delimiter) {
          let value = field.trimmingCharacters(in: ["\"", " ", "\u{FEFF}"])
          if value.count > 1, value.contains(where: \.isLetter) { values.insert(value) }
        }
      }
    }
    return values
  }

  /// GB18030 through the system's own converter.
  private static func decoded(_ bytes: Data) -> String? {
    let scratch = try? Scratch()
    guard let scratch, let path = try? scratch.write("x", bytes),
      let ended = try? Program.run(
        URL(filePath: "/usr/bin/iconv"), ["-c", "-f", "GB18030", "-t", "UTF-8", path],
        in: scratch.folder)
    else { return nil }
    return ended.output
  }

  /// The prose of a report: without code, link targets, anchors, the appendix' formulae and settings.
  private func prose(_ language: String) throws -> [String] {
    let text = try SamplePack.made.get().text("review-\(language).md")
    return text.split(separator: "\n").map { line in
      String(line)
        .replacing(/`[^`]*`/, with: " ")
        .replacing(/\]\([^)]*\)/, with: "]")
        .replacing(/<a id="[^"]*"><\/a>/, with: " ")
    }
  }

  /// A line without the values of the data, longest first.
  private func withoutData(_ line: String, _ values: [String]) -> String {
    var line = line
    for value in values where line.contains(value) { line = line.replacing(value, with: " ") }
    return line
  }

  private func sortedData() throws -> [String] {
    try Self.data.get().sorted { ($0.count, $0) > ($1.count, $1) }
  }

  @Test func `the Chinese report has no run of four Latin letters outside data and glossary`()
    throws
  {
    let values = try sortedData()
    let words = Set(try Self.glossary.get())
    var foreign: Set<String> = []
    for line in try prose("zh-Hans") {
      let rest = withoutData(line, values)
      for match in rest.matches(of: /[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ_.0-9-]*/) {
        let word = String(match.0)
        guard word.firstMatch(of: /[A-Za-z]{4}/) != nil, !words.contains(word) else { continue }
        foreign.insert(word)
      }
    }
    #expect(foreign.sorted() == [])
  }

  @Test func `the English report has no Chinese outside data`() throws {
    let values = try sortedData().filter { $0.unicodeScalars.contains(where: Self.isChinese) }
    let foreign = try prose("en").filter { line in
      withoutData(line, values).unicodeScalars.contains(where: Self.isChinese)
    }
    #expect(foreign == [])
  }

  @Test func `every word of the glossary is used`() throws {
    let text = try SamplePack.made.get().text("review-zh-Hans.md")
    #expect(try Self.glossary.get().filter { !text.contains($0) } == [])
  }

  @Test(arguments: ["en", "zh-Hans"])
  func `pictures speak the language of their report`(_ language: String) throws {
    let values = try sortedData()
    for (path, data) in try SamplePack.made.get().files
    where path.hasPrefix("charts/review-\(language)/") {
      let svg = String(decoding: data, as: UTF8.self)
      for match in svg.matches(of: />([^<]+)</) {
        let text = withoutData(String(match.1), values)
        if language == "en" {
          #expect(!text.unicodeScalars.contains(where: Self.isChinese), "\(path): \(text)")
        } else {
          #expect(text.firstMatch(of: /[A-Za-z]{4}/) == nil, "\(path): \(text)")
        }
      }
    }
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0x303F).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value) || (0xFF01...0xFF60).contains(scalar.value)
  }
}
