import Diagnostics
import Foundation
import Testing
import Values

@testable import Report

@Suite struct WorkbookTests {
  static let unzip = "/usr/bin/unzip"
  static let canUnzip = FileManager.default.isExecutableFile(atPath: unzip)

  private func withWorkbook(
    _ language: Language = .english, _ use: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("workbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("report.xlsx").path
    try WorkbookRenderer().write(EveryBlock.document(language), to: path)
    try use(path)
  }

  private func part(_ name: String, of path: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.unzip)
    process.arguments = ["-p", path, name]
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func `the same document gives the same bytes`(language: Language) throws {
    try withWorkbook(language) { first in
      try withWorkbook(language) { second in
        let one = try Data(contentsOf: URL(fileURLWithPath: first))
        let two = try Data(contentsOf: URL(fileURLWithPath: second))
        #expect(one.count > 10_000)
        #expect(one == two)
      }
    }
  }

  @Test func `a folder that is missing is a problem of the output`() {
    let diagnostic = #expect(throws: Diagnostic.self) {
      try WorkbookRenderer().write(EveryBlock.document(), to: "/nowhere/at/all/report.xlsx")
    }
    #expect(diagnostic?.kind == .cannotWrite)
  }

  @Test(.enabled(if: canUnzip, "needs unzip"))
  func `no formula, no NaN and no infinity stands in a cell`() throws {
    try withWorkbook { path in
      for sheet in 1...4 {
        let xml = try part("xl/worksheets/sheet\(sheet).xml", of: path)
        #expect(xml.contains("<sheetData>"))
        #expect(!xml.contains("<f>"))
        for match in xml.matches(of: #/<v>([^<]*)</v>/#) {
          #expect(Double(match.output.1)?.isFinite == true)
        }
        // The summary, the second sheet, is one page, upright.
        #expect(xml.contains("orientation=\"\(sheet == 2 ? "portrait" : "landscape")\""))
        #expect(xml.contains("paperSize=\"9\""))
        #expect(xml.contains("fitToHeight=\"0\"") == (sheet != 2))
      }
    }
  }

  @Test(.enabled(if: canUnzip, "needs unzip"))
  func `every chart series points at numbers`() throws {
    try withWorkbook { path in
      let sheet = NumericCells(try part("xl/worksheets/sheet3.xml", of: path))
      var ranges = 0
      for chart in 1...6 {
        let xml = try part("xl/charts/chart\(chart).xml", of: path)
        // A range of one cell is written without a colon.
        let pattern =
          #/<c:val><c:numRef><c:f>'Q4 \(1\)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?</c:f>/#
        let matches = xml.matches(of: pattern)
        #expect(!matches.isEmpty)
        for match in matches {
          let column = match.output.1
          let first = try #require(Int(match.output.2))
          let last = try #require(Int(match.output.4 ?? match.output.2))
          #expect(match.output.3 == nil || match.output.3 == column)
          let filled = (first...last).filter { sheet.numbers.contains("\(column)\($0)") }
          // A line may have a gap; every other series is filled.
          let needed = chart == 6 ? 1 : last - first + 1
          #expect(filled.count >= needed)
          #expect(filled.last == last)
          ranges += 1
        }
      }
      #expect(ranges == 1 + 1 + 4 + 2 + 3 + 2)
    }
  }

  @Test(.enabled(if: canUnzip, "needs unzip"))
  func `a plane is a scatter chart with cuts and names`() throws {
    try withWorkbook { path in
      let xml = try part("xl/charts/chart7.xml", of: path)
      #expect(xml.contains("<c:scatterChart>"))
      #expect(xml.contains("<c:logBase val=\"10\"/>"))
      // Three dots with and one without a name, two cuts, and the names of four fields.
      let across = xml.matches(of: #/<c:xVal><c:numRef>/#).count
      #expect(across == xml.matches(of: #/<c:yVal><c:numRef>/#).count)
      #expect(across >= 3 + 2 + 2)
      #expect(xml.contains("upper left"))
      #expect(xml.matches(of: #/<c:legendEntry>/#).count == across - 2)
    }
  }

  @Test(.enabled(if: canUnzip, "needs unzip"))
  func `a list has a frozen heading, a filter, and columns wider than its numbers`() throws {
    try withWorkbook { path in
      let xml = try part("xl/worksheets/sheet4.xml", of: path)
      #expect(xml.contains("state=\"frozen\""))
      #expect(xml.contains("<autoFilter "))
      let widths = xml.matches(of: #/<col min="(\d+)" max="\d+" width="([0-9.]+)"/#)
        .compactMap { Double($0.output.2) }
      for (column, heading) in EveryBlock.list.columns.enumerated() {
        for row in EveryBlock.list.rows.prefix(20) {
          guard case .number(let value) = row[column] else { continue }
          let text = heading.style.figure(value, .english)
          #expect(widths[column] >= Double(DisplayWidth.of(text)))
        }
      }
      #expect(xml.contains("type=\"dataBar\""))
      let names = try part("xl/workbook.xml", of: path)
      #expect(names.contains("name=\"Q4 (2)\""))
      #expect(names.contains("_xlnm.Print_Titles"))
      #expect(names.contains("_xlnm.Print_Area"))
    }
  }

  @Test(.enabled(if: canUnzip, "needs unzip"))
  func `links lead to sheets of the workbook only`() throws {
    try withWorkbook { path in
      let xml = try part("xl/worksheets/sheet1.xml", of: path)
      #expect(
        xml.contains("location=\"&apos;Q4 (1)&apos;!A1\"")
          || xml.contains("location=\"'Q4 (1)'!A1\""))
      #expect(xml.matches(of: #/<hyperlink /#).count == 1)
      let outside = try part("xl/worksheets/_rels/sheet1.xml.rels", of: path)
      #expect(outside.isEmpty)
    }
  }

  @Test(.enabled(if: canUnzip, "needs unzip"))
  func `the file was created on the as-of date`() throws {
    try withWorkbook { path in
      let core = try part("docProps/core.xml", of: path)
      #expect(core.contains("2025-12-31T00:00:00Z"))
    }
  }
}

/// References of the cells that hold a number.
private struct NumericCells {
  let numbers: Set<String>

  init(_ xml: String) {
    numbers = Set(
      xml.matches(of: #/<c r="([A-Z]+\d+)"(?: s="\d+")?><v>/#).map { String($0.output.1) })
  }
}
