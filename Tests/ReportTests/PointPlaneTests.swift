import Foundation
import Testing
import Values

@testable import Report

@Suite struct PointPlaneTests {
  /// Dots in a row of pseudo-random places.
  private func dots(_ count: Int, _ seed: UInt64) -> [(x: Double, y: Double)] {
    var state = seed
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(UInt32(1) << 31)
    }
    return (0..<count).map { _ in (x: 20 + 760 * next(), y: 20 + 360 * next()) }
  }

  @Test(arguments: [(5, UInt64(1)), (30, 2), (60, 3), (200, 4)])
  func `no name covers another, a title, or leaves the plane`(count: Int, seed: UInt64) {
    let area = PlaneLabels.Box(x: 0, y: 0, width: 800, height: 400)
    let title = PlaneLabels.Box(x: 0, y: 0, width: 120, height: 20)
    let places = dots(count, seed)
    var labels = PlaneLabels(area: area, dots: places, radius: 4, lines: [], titles: [title])
    let boxes = places.indices.compactMap { labels.place($0, width: 70, height: 14)?.box }
    for (index, box) in boxes.enumerated() {
      #expect(area.contains(box))
      #expect(!box.overlaps(title))
      #expect(!boxes[..<index].contains(where: box.overlaps))
    }
    // A crowd of 30 leaves room for all; 200 names of this size cover half of the plane.
    if count <= 30 { #expect(boxes.count == count) }
    #expect(boxes.count >= min(count, 50))
  }

  @Test func `a name stands at the right of a lonely dot, and elsewhere at the edge`() {
    let area = PlaneLabels.Box(x: 0, y: 0, width: 200, height: 100)
    let places = [(x: 100.0, y: 50.0), (x: 190, y: 20), (x: 5, y: 90)]
    var labels = PlaneLabels(area: area, dots: places, radius: 4, lines: [], titles: [])
    #expect(labels.place(0, width: 40, height: 14)?.side == .right)
    #expect(labels.place(1, width: 40, height: 14)?.side == .left)
    #expect(labels.place(2, width: 40, height: 14)?.side == .right)
  }

  @Test func `where there is no room beside a dot a line leads to its name`() {
    let area = PlaneLabels.Box(x: 0, y: 0, width: 400, height: 300)
    let middle = (x: 200.0, y: 150.0)
    let around = [(x: 230.0, y: 150.0), (x: 170, y: 150), (x: 200, y: 138), (x: 200, y: 162)]
    var labels = PlaneLabels(
      area: area, dots: [middle] + around, radius: 4, lines: [], titles: [])
    let placed = labels.place(0, width: 60, height: 14)
    #expect(placed != nil)
    #expect(placed?.side == nil)
    var strict = PlaneLabels(
      area: area, dots: [middle] + around, radius: 4, lines: [], titles: [])
    #expect(strict.place(0, width: 60, height: 14, withLines: false)?.side != nil)
  }

  @Test(arguments: [
    (3.0, 80.0, [2.0, 5, 10, 20, 50, 100]), (1, 10, [1, 2, 5, 10]),
    (0.03, 0.2, [0.02, 0.05, 0.1, 0.2]), (900, 1.2e7, [100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]),
    (7, 7, [5, 10]),
  ])
  func `logarithmic ticks are round and cover the range`(
    low: Double, high: Double, ticks: [Double]
  ) throws {
    let axis = PointPlane.Axis(.prose(.ratio), isLogarithmic: true)
    let scale = try #require(PlaneScale(axis, [low, high, -1, .nan]))
    #expect(scale.ticks.count == ticks.count)
    #expect(zip(scale.ticks, ticks).allSatisfy { ($0 - $1).magnitude < 1e-9 * $1 })
    #expect(scale.low <= low && high <= scale.high)
    let texts = scale.ticks.map { scale.style.figure($0, .english) }
    #expect(Set(texts).count == texts.count)
  }

  @Test(arguments: [false, true], [0.0, 0.04, 0.5, 0.96, 1])
  func `a value stands where its part says`(isLogarithmic: Bool, part: Double) throws {
    let axis = PointPlane.Axis(.prose(.ratio), isLogarithmic: isLogarithmic)
    let scale = try #require(PlaneScale(axis, [3, 777]))
    #expect((scale.part(scale.value(part)) - part).magnitude < 1e-9)
    // A second route to the same place on a logarithmic axis.
    if isLogarithmic {
      let expected =
        (Foundation.log(50) - Foundation.log(scale.low))
        / (Foundation.log(scale.high) - Foundation.log(scale.low))
      #expect((scale.part(50) - expected).magnitude < 1e-9)
    }
  }

  @Test func `an axis covers its cut and what it has to cover`() throws {
    let axis = PointPlane.Axis(.prose(.score), cut: 3, covers: 1...5)
    let scale = try #require(PlaneScale(axis, [4.2, 4.4]))
    #expect(scale.low <= 1 && scale.high >= 5)
    #expect(PlaneScale(axis, []) == nil)
    #expect(PlaneScale(.init(.prose(.score), isLogarithmic: true), [0, -3]) == nil)
  }

  @Test func `names, titles of the fields and legend stand in the picture`() {
    let chart = Chart(
      id: "p", title: "P", altText: "P", kind: .points(EveryBlock.plane), style: .prose(.share))
    let svg = SVGChart(.english).svg(chart)
    for text in ["upper left", "upper right", "lower left", "lower right", ">one<", ">two<", ">a<"]
    {
      #expect(svg.contains(text))
    }
    // The point without a place on the plane is left out.
    #expect(!svg.contains(">d<"))
    #expect(svg.components(separatedBy: "<circle").count - 1 == 4)
    #expect(svg.contains("stroke-dasharray"))
  }

  @Test func `the spreadsheet's series hold every dot once`() throws {
    let plane = EveryBlock.plane
    let shown = plane.placed
    let x = try #require(PlaneScale(plane.x, shown.map(\.x)))
    let y = try #require(PlaneScale(plane.y, shown.map(\.y)))
    let picture = PlanePicture(plane, shown, x, y, width: 1000)
    var dots = 0
    for part in picture.parts {
      if case .dots(let group, _) = part.kind {
        dots += part.rows.count
        for row in part.rows {
          let point = shown.first { $0.x == picture.rows[row].x && $0.y == picture.rows[row].y }
          #expect(point?.group == group)
        }
      }
    }
    #expect(dots == shown.count)
    #expect(picture.parts.map(\.rows.count).reduce(0, +) == picture.rows.count)
    #expect(picture.parts.count { $0.kind == .cut } == 2)
  }
}
