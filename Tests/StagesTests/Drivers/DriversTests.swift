import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct DriversTests {
  private let english = Wording(language: .english, currency: .cny)

  @Test(arguments: [0, 1, 4, 30, 90, 500], [false, true])
  func `the battery holds on surveys of every size`(rows: Int, weighted: Bool) throws {
    let maker = DriversMaker.planted(rows: rows, weighted: weighted)
    let problems = try StageBattery.problems(
      Drivers.self, .with { $0.survey.waves = .latest }, data: DriversMaker.words
    ) { maker.source(currency: $0) }
    #expect(problems == [])
  }

  static let options: [DriversSettings] = {
    let stated = ItemMap<Double>([("item_delivery", 9), ("item_support", 7), ("item_price", 4)])
    var result: [DriversSettings] = []
    for overall in [nil, "nps"] {
      for importance in [DriversSettings.Importance.derived, .stated] {
        for crosshair in [DriversSettings.Crosshair.mean, .midpoint] {
          for diagonal in [false, true] {
            result.append(
              .with {
                $0.overall = overall
                $0.importance = importance
                $0.crosshair = crosshair
                $0.diagonal = diagonal
                $0.stated = stated
                $0.by = diagonal ? .segment : .wave
                $0.groupBy = diagonal ? [] : SurveyDimension.allCases
                $0.survey.waves = diagonal ? .latest : .all
                $0.leaveOut = overall == nil ? [] : ["item_noise"]
                $0.owners = ItemMap([("item_delivery", LocalizedText("Logistics"))])
                $0.survey.scales = ItemMap(
                  diagonal
                    ? [("item_price", SurveyScale(worst: 0, best: 10) ?? .ease)]
                    : [("item_noise", SurveyScale(worst: 5, best: 1) ?? .ease)])
              })
          }
        }
      }
    }
    return result
  }()

  @Test(arguments: options)
  func `the battery holds with every option`(settings: DriversSettings) throws {
    let maker = DriversMaker.planted(rows: 400, weighted: true)
    let problems = try StageBattery.problems(Drivers.self, settings, data: DriversMaker.words) {
      maker.source(currency: $0)
    }
    #expect(problems == [])
  }

  @Test func `what the overall score was made from is where to begin`() throws {
    var settings = DriversSettings.quick
    settings.owners = ItemMap([("item_delivery", LocalizedText("Logistics"))])
    let output = try DriversMaker.planted(rows: 600).output(settings)
    let table = output.table("importance")
    let place = Dictionary(
      uniqueKeysWithValues: zip(table.texts("item"), table.numbers("rank")))
    #expect(place["item_delivery"] == 1 && place["item_support"] == 2)
    #expect(place["item_noise"] == 4)
    let plane = output.table("plane")
    #expect(plane.texts("quadrant")[0] == "concentrate_here")
    #expect(plane.texts("quadrant")[3] == "possible_overkill")
    let report = output.report(english, step: "drivers")
    #expect(report.pages[0].headline.hasPrefix("Begin with delivery: it accounts for "))
    let finding = try #require(report.findings.first { $0.id == "drivers.first" })
    #expect(finding.owner == "Logistics" && finding.action != nil)
    #expect(finding.sentence.hasPrefix("delivery is where to begin: "))
    #expect("\(report.pages[0])".contains("Concentrate here"))
  }

  @Test func `consistency: the table has the weights of the plain columns`() throws {
    let maker = DriversMaker.planted(rows: 300)
    let names = ["csat", "item_delivery", "item_support", "item_price", "item_noise"]
    let columns = names.map { name in
      maker.survey.table.numbers(name).map { $0 ?? .nan }
    }
    let covariance = try #require(Covariance(columns: columns))
    let wanted = try #require(DriverImportance(covariance, response: 0, items: [1, 2, 3, 4]))
    let output = try maker.output()
    let table = output.table("importance")
    for item in 0..<4 {
      let weight = try #require(table.numbers("relative_weight")[item])
      #expect(abs(weight - wanted.relativeWeights[item]) < 1e-12)
      let share = try #require(table.numbers("relative_share")[item])
      #expect(abs(share - weight / wanted.rSquared) < 1e-12)
      #expect(abs((table.numbers("lmg")[item] ?? 9) - (wanted.lmg?[item] ?? 0)) < 1e-12)
      #expect(abs((table.numbers("last")[item] ?? 9) - wanted.last[item]) < 1e-12)
    }
    let fit = output.table("fit")
    #expect(abs((fit.numbers("r_squared")[0] ?? 9) - wanted.rSquared) < 1e-12)
    #expect(fit.numbers("n")[0] == Double(covariance.n))
    #expect(abs(table.numbers("relative_share").reduce(0) { $0 + ($1 ?? 0) } - 1) < 1e-12)
    #expect(abs(table.numbers("lmg_share").reduce(0) { $0 + ($1 ?? 0) } - 1) < 1e-12)
  }

  @Test(arguments: [false, true])
  func `consistency: the order of rows changes nothing at all`(weighted: Bool) throws {
    let maker = DriversMaker.planted(rows: 500, weighted: weighted)
    let settings = DriversSettings.with { $0.by = .segment }
    var turned = maker
    turned.survey = maker.survey.rows((0..<500).map { $0 * 387 % 500 })
    #expect(try turned.output(settings).everything == maker.output(settings).everything)
  }

  @Test func `consistency: draws are a matter of the seed`() throws {
    let maker = DriversMaker.planted(rows: 200)
    let one = try maker.output(.with { $0.seed = 3 })
    #expect(try maker.output(.with { $0.seed = 3 }).everything == one.everything)
    let other = try maker.output(.with { $0.seed = 4 }).table("importance")
    #expect(
      other.numbers("relative_share_low") != one.table("importance").numbers("relative_share_low"))
    #expect(other.numbers("relative_share") == one.table("importance").numbers("relative_share"))
  }

  @Test func `consistency: every row twice leaves importance, means and penalties alone`() throws {
    let maker = DriversMaker.planted(rows: 300)
    var twice = maker
    twice.survey = maker.survey.rows((0..<300).flatMap { [$0, $0] })
    let (one, two) = (try maker.output(), try twice.output())
    for (name, columns) in [
      ("importance", ["relative_weight", "lmg", "first", "last", "beta"]),
      ("plane", ["mean", "derived", "distance"]), ("penalties", ["penalty", "reward"]),
      ("groups", ["figure"]),
    ] {
      for column in columns {
        let left = one.table(name).numbers(column)
        let right = two.table(name).numbers(column)
        #expect(!left.isEmpty)
        for (a, b) in zip(left, right) { #expect(abs((a ?? 9) - (b ?? 9)) < 1e-10) }
      }
    }
    #expect(two.table("fit").numbers("n")[0] == (one.table("fit").numbers("n")[0] ?? 0) * 2)
  }

  @Test func `consistency: other names for the items change names alone`() throws {
    let maker = DriversMaker.planted(rows: 300)
    var renamed = maker
    renamed.survey.columns = maker.survey.columns.map { head, values in
      head.id.hasPrefix("item_")
        ? (SurveyMaker.head("item_z\(head.id.dropFirst(5))", head.unit), values) : (head, values)
    }
    let (one, two) = (try maker.output(), try renamed.output())
    for name in ["importance", "plane", "penalties"] {
      for (head, values) in zip(one.table(name).heads, one.table(name).columns)
      where head.id != "item" {
        #expect(
          two.table(name).values(head.id).map { "\($0)" } == "\(values)", "\(name).\(head.id)")
      }
    }
    #expect(two.table("plane").texts("item")[0] == "item_zdelivery")
  }

  @Test func `consistency: an answer of weight two counts as two answers`() throws {
    var maker = DriversMaker.planted(rows: 200)
    let doubled = maker.survey.rows((0..<200).flatMap { $0 < 60 ? [$0, $0] : [$0] })
    maker.survey = maker.survey.weights((0..<200).map { $0 < 60 ? 2 : 1 })
    var plain = maker
    plain.survey = doubled
    let (one, two) = (try maker.output(), try plain.output())
    for column in ["relative_weight", "lmg", "beta"] {
      let (left, right) = (
        one.table("importance").numbers(column), two.table("importance").numbers(column)
      )
      for (a, b) in zip(left, right) { #expect(abs((a ?? 9) - (b ?? 8)) < 1e-10) }
    }
    #expect((one.table("fit").numbers("n_effective")[0] ?? 999) < 200)
  }

  @Test func `consistency: a reversed item counts as the same item turned round`() throws {
    let maker = DriversMaker.planted(rows: 300)
    let given = maker.survey.table.numbers("item_delivery")
    var turned = maker
    turned.survey.columns = maker.survey.columns.map { head, values in
      head.id == "item_delivery"
        ? (head, .integer(given.map { $0.map { Int64(6 - $0) } ?? .min })) : (head, values)
    }
    let settings = DriversSettings.with {
      $0.survey.scales = ItemMap([("item_delivery", SurveyScale(worst: 5, best: 1) ?? .ease)])
    }
    let (one, two) = (try maker.output(), try turned.output(settings))
    #expect(one.everything == two.everything)
    let undeclared = "\(try turned.output().report(english, step: "d").pages[0])"
    #expect(undeclared.contains("delivery goes against overall satisfaction (correlation −0."))
    #expect(!"\(one.report(english, step: "d").pages[0])".contains("goes against"))
    let notes = "\(two.report(english, step: "d").pages[0])"
    #expect(notes.contains("delivery: 1 is the best answer; it is turned round"))
  }

  @Test func `consistency: answers of a code for "don't know" are none`() throws {
    let maker = DriversMaker.planted(rows: 300)
    let given = maker.survey.table.numbers("item_price")
    func with(_ code: Int64) -> DriversMaker {
      var copy = maker
      copy.survey.columns = maker.survey.columns.map { head, values in
        head.id == "item_price"
          ? (
            head,
            .integer(
              given.enumerated().map { row, answer in
                row % 6 == 0 ? code : answer.map { Int64($0) } ?? .min
              })
          ) : (head, values)
      }
      return copy
    }
    let settings = DriversSettings.with { $0.survey.noAnswer = [9] }
    let one = try with(9).output(settings)
    #expect(one.everything == (try with(.min).output().everything))
    #expect((one.table("fit").numbers("n")[0] ?? 999) < 250)
  }
}
