import Foundation

/// The texts of the sample exports: which words of a report are data.
struct SampleText {
  /// Values by the runs in them.
  private var values: [String: Set<String>] = [:]

  /// Whether a value with this run stands in the line.
  func explains(_ run: String, in line: String) -> Bool {
    values[run]?.contains { line.contains($0) } ?? false
  }

  static func read() throws -> SampleText {
    var text = SampleText()
    for name in try SampleCompanyFiles.exports {
      text.add(name)
      let bytes = try Data(contentsOf: SampleCompanyFiles.folder.appending(path: name))
      let lines = try decoded(bytes).split(whereSeparator: \.isNewline)
      let delimiter: Character = lines.first?.contains(";") == true ? ";" : ","
      var seen: Set<Substring> = []
      for (index, line) in lines.enumerated() {
        for field in line.split(separator: delimiter) where seen.insert(field).inserted {
          let value = field.trimmingCharacters(in: ["\"", " ", "\u{FEFF}"])
            .replacing("\"\"", with: "\"")
          text.add(value)
          // A header like item_price names the item `price`.
          if index == 0, let last = value.split(separator: "_").last { text.add(String(last)) }
        }
      }
    }
    return text
  }

  private mutating func add(_ value: String) {
    for run in Self.latinWords(value) + Self.chineseRuns(value) {
      values[run, default: []].insert(value)
    }
  }

  /// UTF-8, or GB18030 through the system's own converter.
  private static func decoded(_ bytes: Data) throws -> String {
    if let text = String(data: bytes, encoding: .utf8) { return text }
    let scratch = try Scratch()
    let path = try scratch.write("x", bytes)
    return try Program.run(
      URL(filePath: "/usr/bin/iconv"), ["-c", "-f", "GB18030", "-t", "UTF-8", path],
      in: scratch.folder
    ).output
  }

  /// Words with a run of four Latin letters; letters, digits and `_.-` make a word.
  static func latinWords(_ text: String) -> [String] {
    runs(text) {
      (65...90).contains($0) || (97...122).contains($0) || (0xC0...0x24F).contains($0)
        || (48...57).contains($0) || $0 == 95 || $0 == 46 || $0 == 45
    }
    .map { $0.trimmingCharacters(in: [".", "-"]) }
    .filter { word in
      word.split { !(($0.isASCII && $0.isLetter) || ("À"..."ɏ").contains($0)) }
        .contains { $0.count >= 4 }
    }
  }

  /// Runs of Chinese characters and full-width signs.
  static func chineseRuns(_ text: String) -> [String] {
    runs(text) { scalar in
      (0x3000...0x303F).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
        || (0xF900...0xFAFF).contains(scalar) || (0xFF01...0xFF60).contains(scalar)
    }
  }

  private static func runs(_ text: String, _ belongs: (UInt32) -> Bool) -> [String] {
    var runs: [String] = []
    var run = ""
    for scalar in text.unicodeScalars {
      if belongs(scalar.value) {
        run.unicodeScalars.append(scalar)
      } else if !run.isEmpty {
        runs.append(run)
        run = ""
      }
    }
    return run.isEmpty ? runs : runs + [run]
  }
}

/// Markdown as the tests read it.
enum Markdown {
  /// A text without code, link targets and anchors, escapes undone.
  static func plain(_ line: String) -> String {
    line.replacing(/`[^`]*`/, with: " ").replacing(/\]\([^)]*\)/, with: "]")
      .replacing(/<a id="[^"]*"><\/a>/, with: " ").replacing(/\\(.)/) { String($0.1) }
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// The cells of a table row.
  static func cells(_ line: String) -> [String] {
    line.replacing("\\|", with: "\u{1}").split(separator: "|", omittingEmptySubsequences: false)
      .dropFirst().dropLast()
      .map { $0.replacing("\u{1}", with: "|").trimmingCharacters(in: .whitespaces) }
  }
}
