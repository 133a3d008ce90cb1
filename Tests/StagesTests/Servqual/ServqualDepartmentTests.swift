import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct ServqualDepartmentTests {
  private let english = Wording(language: .english, currency: .cny)

  /// 20 answers each way between two departments, IT poor to Finance and Finance good to IT; three
  /// answers of Sales on IT.
  private var maker: ServqualMaker {
    var maker = ServqualMaker()
    let rows = 43
    maker.expectations = [("a", (0..<rows).map { $0 % 2 + 5 })]
    maker.perceptions = [("a", (0..<rows).map { $0 < 20 ? $0 % 2 + 2 : $0 % 3 + 4 })]
    maker.texts = [
      ("provider", (0..<rows).map { $0 < 20 ? "IT" : $0 < 40 ? "Finance" : "IT" }),
      ("consumer", (0..<rows).map { $0 < 20 ? "Finance" : $0 < 40 ? "IT" : "Sales" }),
    ]
    return maker
  }

  private let settings = ServqualSettings.own(["one": ["a"]])

  @Test func `both ways of a pair are told with their difference`() throws {
    let output = try maker.output(settings, minCell: 1, scope: .internal)
    let table = output.table("departments")
    let row = try #require(table.rows(["provider": "IT", "consumer": "Finance"]).first)
    #expect(table.numbers("gap")[row] == -3)
    let back = try #require(table.numbers("returned")[row])
    #expect(abs(back - (-0.5)) < 1e-12)
    #expect(abs(try #require(table.numbers("difference")[row]) - (-3 - back)) < 1e-12)
    #expect(try #require(table.numbers("p_holm")[row]) < 1e-6)
    let other = try #require(table.rows(["provider": "Finance", "consumer": "IT"]).first)
    #expect(table.numbers("difference")[other] == table.numbers("difference")[row].map { -$0 })
    let finding = try #require(
      output.report(english, step: "s").findings.first { $0.id == "servqual.uneven" })
    #expect(finding.sentence.hasPrefix("IT serves Finance with a gap of \u{2212}3.00"))
  }

  @Test func `three answers on a department are hidden with what would tell them`() throws {
    let table = try maker.output(settings, scope: .internal).table("departments")
    let few = try #require(table.rows(["provider": "IT", "consumer": "Sales"]).first)
    #expect(table.numbers("gap")[few] == nil && table.numbers("n")[few] == nil)
    // IT as a whole less its service to Finance would be the three.
    let scores = try maker.output(settings, scope: .internal).table("scores")
    let whole = scores.rows(["dimension": "provider", "group": "IT", "level": "dimension"]).first
    let finance = try #require(table.rows(["provider": "IT", "consumer": "Finance"]).first)
    let isWholeTold = whole.map { scores.numbers("gap")[$0] != nil } ?? false
    #expect(!isWholeTold || table.numbers("gap")[finance] == nil)
    for row in 0..<table.rowCount {
      #expect((table.numbers("n")[row] ?? 5) >= 5)
    }
  }

  @Test(arguments: [12, 40, 90, 240])
  func `property: no group of few has a figure`(rows: Int) throws {
    for (isInside, minCell) in [(true, 5), (false, 5), (true, 3)] {
      let output = try ServqualMaker.full(rows: rows, internalScope: isInside, missing: 4)
        .output(minCell: minCell, scope: isInside ? .internal : .external)
      for name in ["scores", "departments"] {
        let table = output.table(name)
        for row in 0..<table.rowCount {
          let n = table.numbers("n")[row]
          #expect(n == nil || n == 0 || (n ?? 0) >= Double(minCell), "\(name) \(row)")
          #expect((n == nil) == table.texts("reason")[row].hasPrefix("hidden"), "\(name) \(row)")
        }
      }
    }
  }
}
