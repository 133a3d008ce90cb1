import Exports
import Foundation
import Pipeline
import Stages
import Testing
import Values

/// Each report speaks one language; only data, symbols and listed words may be of another.
///
/// Data are the distinct values and headers of the sample exports, symbols the ids of contracts,
/// columns, rules, settings and measures, formulae, and the titles of works cited.
@Suite struct LanguageTests {
  /// Words that stay Latin in Chinese.
  private static let glossary = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(
      contentsOf: folder.appending(path: "Languages/glossary.txt"), encoding: .utf8
    ).split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  private static let data = Result { try SampleText.read() }

  /// Ids that are the same in every language.
  private static let symbols: Set<String> = {
    var words: Set<String> = []
    for contract in Contracts.all {
      words.insert(contract.name)
      words.formUnion(contract.fields.map(\.name))
    }
    for stage in registry.stages {
      words.insert(stage.name)
      words.formUnion(stage.keys.map(\.name))
      for table in stage.tables(.cny) { words.formUnion(table.heads.map(\.id)) }
    }
    return words
  }()

  /// Columns of the appendix that hold ids, settings as written, formulae or cited works.
  private static let symbolColumns: Set = [
    "步骤", "公式", "来源", "设置项", "取值", "Step", "Formula", "Source", "Setting", "Value",
  ]

  /// The lines of a report without code, link targets, anchors, cited works and formulae.
  private func prose(_ language: String) throws -> [String] {
    var lines: [String] = []
    var hidden: Set<Int> = []
    var isInTable = false
    var isAppendix = false
    for line in try SamplePack.made.get().text("review-\(language).md").split(separator: "\n") {
      isAppendix = isAppendix || line.contains("<a id=\"appendix\">")
      if line.hasPrefix("- *来源*") { continue }
      let plain = Markdown.plain(String(line))
      guard isAppendix, line.hasPrefix("|") else {
        isInTable = false
        lines.append(plain)
        continue
      }
      let cells = Markdown.cells(String(line))
      if !isInTable {
        isInTable = true
        let isMeasures = ["指标", "Measure"].contains(cells.first)
        hidden = Set(
          cells.indices.filter { index in
            isMeasures ? index == 0 : Self.symbolColumns.contains(cells[index])
          })
      }
      lines += cells.indices.filter { !hidden.contains($0) }.map { Markdown.plain(cells[$0]) }
    }
    return lines
  }

  @Test func `the Chinese report has no run of four Latin letters outside data and glossary`()
    throws
  {
    let allowed = Self.symbols.union(try Self.glossary.get())
    let data = try Self.data.get()
    var foreign: Set<String> = []
    for line in try prose("zh-Hans") {
      // Names of files of the pack are symbols too.
      let text = line.replacing(/(lists\/)?[a-z_-]+\.csv/, with: " ")
      for word in SampleText.latinWords(text) where !allowed.contains(word) {
        if !data.explains(word, in: line) { foreign.insert(word) }
      }
    }
    #expect(foreign.sorted() == [])
  }

  @Test func `the English report has no Chinese outside data`() throws {
    let data = try Self.data.get()
    var foreign: Set<String> = []
    for line in try prose("en") {
      for run in SampleText.chineseRuns(line) where !data.explains(run, in: line) {
        foreign.insert(run)
      }
    }
    #expect(foreign.sorted() == [])
  }

  @Test func `every word of the glossary is used`() throws {
    let words = Set(try prose("zh-Hans").flatMap(SampleText.latinWords))
    #expect(try Self.glossary.get().filter { !words.contains($0) } == [])
  }

  @Test(arguments: ["en", "zh-Hans"])
  func `pictures speak the language of their report`(_ language: String) throws {
    let data = try Self.data.get()
    let known = try Self.glossary.get()
    var foreign: [String] = []
    var pictures = 0
    for (path, bytes) in try SamplePack.made.get().files
    where path.hasPrefix("charts/review-\(language)/") {
      pictures += 1
      let texts = String(decoding: bytes, as: UTF8.self).matches(of: />([^<]+)</)
        .map { Markdown.plain(String($0.1)) }
      // A long name stands in two lines.
      let whole = texts.joined(separator: " ")
      for text in texts {
        let runs =
          language == "en"
          ? SampleText.chineseRuns(text)
          : SampleText.latinWords(text).filter { !known.contains($0) }
        foreign += runs.filter { !data.explains($0, in: text) && !data.explains($0, in: whole) }
          .map { "\(path): \($0)" }
      }
    }
    #expect(pictures >= 4)
    #expect(foreign.sorted() == [])
  }
}
