import Foundation
import FoundationXML
import Testing
import Values

@testable import Report

@Suite struct SVGChartTests {
  private func elements(_ svg: String) -> [String: [String]]? {
    let reader = TextReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    return parser.parse() ? reader.texts : nil
  }

  @Test(arguments: EveryBlock.charts.indices, Language.allCases)
  func `every kind is well-formed and carries its alternative text`(
    index: Int, language: Language
  ) throws {
    let chart = EveryBlock.charts[index]
    let svg = SVGChart(language).svg(chart)
    let texts = try #require(elements(svg))
    #expect(texts["title"]?.first == chart.title)
    #expect(texts["desc"] == [EveryBlock.spiteful])
    #expect(!svg.lowercased().contains("nan\""))
    #expect(!svg.contains("inf"))
    #expect(svg == SVGChart(language).svg(chart))
  }

  @Test func `bars carry their figures`() throws {
    let svg = SVGChart(.english).svg(EveryBlock.charts[0])
    let texts = try #require(elements(svg)?["text"])
    #expect(texts.contains("1.0 M"))
    #expect(texts.contains("! −200.0 K"))
  }

  @Test func `an interval says its ends`() throws {
    let svg = SVGChart(.simplifiedChinese).svg(EveryBlock.charts[4])
    let texts = try #require(elements(svg)?["text"])
    #expect(texts.contains("20.0%（10.0% 至 30.0%）"))
  }

  @Test(arguments: [
    [10.0, 10, 10], [100, 5, 50, 52, 51], [0], [], [200, 199, 198, 197, 196], [1, 2, 3, 4, 5, 6],
  ])
  func `labels of line ends keep apart in their order`(heights: [Double]) {
    var moved = heights
    SVGChart.separate(&moved, gap: 17, from: 0, to: 200)
    let order = heights.indices.sorted { (heights[$0], $0) < (heights[$1], $1) }
    for (above, below) in zip(order, order.dropFirst()) {
      #expect(moved[below] - moved[above] >= 17 - 1e-9)
    }
    #expect(moved.allSatisfy { $0 <= 200 && $0 >= 0 })
  }

  @Test(arguments: [
    (0.0, 1.0, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 97, [0, 20, 40, 60, 80, 100]),
    (-1.3, 12.3, [-5, 0, 5, 10, 15]), (0.25, 0.45, [0.25, 0.3, 0.35, 0.4, 0.45]),
    (0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]), (3e6, 9e6, [2e6, 4e6, 6e6, 8e6, 10e6]),
  ])
  func `ticks are round and cover the range`(low: Double, high: Double, ticks: [Double]) {
    let values = AxisTicks(covering: low, high).values
    #expect(values.count == ticks.count)
    #expect(zip(values, ticks).allSatisfy { ($0 - $1).magnitude < 1e-9 * max($1.magnitude, 1) })
  }

  @Test func `tick texts tell neighbours apart`() {
    let ticks = AxisTicks(covering: 0.251, 0.449)
    let style = ticks.style(.prose(.share))
    let texts = ticks.values.map { style.figure($0, .english) }
    #expect(Set(texts).count == texts.count)
    #expect(texts.first == "25 %")
  }

  @Test func `halves of the neutral level stand on either side`() {
    let sums = DivergingSums([0.2, 0.3, 0.5], neutral: 1)
    #expect((sums.left - 0.35).magnitude < 1e-12)
    #expect((sums.right - 0.65).magnitude < 1e-12)
    let parts = DivergingParts(3, neutral: 1).all
    #expect(parts.map(\.level) == [1, 0, 1, 2])
    #expect(parts.map(\.factor) == [-0.5, -1, 0.5, 1])
    #expect(DivergingParts(2, neutral: nil).all.map(\.factor) == [1, 1])
  }
}

/// Collects the texts of an XML file by element.
private final class TextReader: NSObject, XMLParserDelegate {
  var texts: [String: [String]] = [:]
  private var open: [(name: String, text: String)] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append((name, ""))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let last = open.popLast() else { return }
    texts[last.name, default: []].append(last.text)
  }
}
