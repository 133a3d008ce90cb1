import Diagnostics
import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct AcquisitionTests {
  static let words = ["Fair", "Web", "Letter"]

  @Test func `runs with every option: what every stage must hold`() throws {
    for grain in AcquisitionGrain.allCases {
      var settings = AcquisitionSettings()
      settings.period = grain
      settings.margin = grain == .year ? 0.4 : nil
      let problems = try StageBattery.problems(Acquisition.self, settings, data: Self.words) {
        AcquisitionMaker.company().source($0)
      }
      #expect(problems == [])
    }
    var settings = AcquisitionSettings()
    settings.newBy = .acquiredOn
    var maker = AcquisitionMaker.company()
    for index in maker.customers.indices {
      maker.customers[index].acquiredOn = AcquisitionMaker.start.adding(days: index * 7)
    }
    let problems = try StageBattery.problems(Acquisition.self, settings, data: Self.words) {
      maker.source($0)
    }
    #expect(problems == [])
  }

  /// Degenerate companies: none falls over, and what is undefined says why.
  static let degenerate: [AcquisitionMaker] = {
    var one = AcquisitionMaker.company(1)
    var none = one
    none.customers = []
    var free = AcquisitionMaker.company()
    free.costs = []
    var oneCost = AcquisitionMaker.company()
    oneCost.costs = [oneCost.costs[0]]
    var late = AcquisitionMaker.company()
    late.costs = late.costs.map {
      .init(day: $0.day.adding(months: 48), channel: $0.channel, purpose: $0.purpose, amount: 5)
    }
    var zero = AcquisitionMaker.company()
    for index in zero.costs.indices { zero.costs[index].amount = 0 }
    var returned = AcquisitionMaker.company()
    for index in returned.customers.indices {
      returned.customers[index].purchases = returned.customers[index].purchases.map {
        ($0.day, -$0.gross, nil)
      }
    }
    var sameDay = AcquisitionMaker.company()
    for index in sameDay.customers.indices {
      sameDay.customers[index].purchases = [(730, 500, nil)]
    }
    one.costs = Array(one.costs.prefix(4))
    return [one, none, free, oneCost, late, zero, returned, sameDay]
  }()

  @Test(arguments: degenerate.indices)
  func `runs with every option: degenerate companies`(index: Int) throws {
    let problems = try StageBattery.problems(Acquisition.self, data: Self.words) {
      Self.degenerate[index].source($0)
    }
    #expect(problems == [])
  }

  /// Two customers of the fair, one of the web; costs of January and February alone.
  private var small: AcquisitionMaker {
    AcquisitionMaker(
      customers: [
        .init(
          id: "a", channel: "Fair", purchases: [(0, 10_000, 4000), (40, 10_000, 4000)],
          acquiredOn: nil),
        .init(id: "b", channel: "Fair", purchases: [(31, 6000, 2000)], acquiredOn: nil),
        .init(id: "c", channel: "Web", purchases: [(45, 3000, nil)], acquiredOn: nil),
      ],
      costs: [
        .init(day: Day(number: 18_262), channel: "Fair", purpose: "acquisition", amount: 5000),
        .init(
          day: Day(number: 18_262 + 31), channel: "Fair", purpose: "acquisition", amount: 3000),
        .init(day: Day(number: 18_262 + 31), channel: "Web", purpose: "acquisition", amount: 1000),
      ], asOf: Day(number: 18_262 + 90))  // 2020-03-31
  }

  @Test func `correctness: cost, value and payback of three customers by hand`() throws {
    var settings = AcquisitionSettings()
    settings.minCustomers = 1
    settings.discount = 0
    settings.period = .month
    let output = try small.output(settings)
    #expect(output.channels.map(\.channel) == ["Fair", "Web"])
    let fair = output.channels[0]
    #expect(fair.new == 2)
    #expect(fair.cac == 40)
    // Margins 80 and 20: a value of 50 each, 1.25 for each 1 of cost.
    #expect(fair.value?.mean == 50)
    #expect(fair.ratio == 1.25)
    // Month 1: (40 + 20) / 2 = 30; month 2: (40 + 0) / 2 = 20: 40 is reached halfway.
    // January to March are three months of the first one, two of the second.
    #expect(fair.curve.months.map(\.earned) == [30, 20, 0])
    #expect(fair.curve.months.map(\.customers) == [2, 2, 1])
    #expect(fair.payback(discounted: false) == 1.5)
    #expect(fair.payback(discounted: true) == 1.5)
    // The web customer has no margin: revenue at the rate of the others, 100 / 260.
    let web = output.channels[1]
    #expect(abs((web.value?.mean ?? 0) - 30 * 100 / 260) < 1e-12)
    // 1 to 31 March after 15 February: the first month is over.
    #expect(web.curve.months.count == 1)
    #expect(output.total.cac == 30)
    #expect(output.total.new == 3)
    #expect(output.periods.map(\.spend) == [50, 40])
    #expect(output.periods.map(\.new) == [1, 2])
    #expect(output.periods.map(\.cac) == [50, 20])
    #expect(output.periods.map(\.isComplete) == [true, true])
  }

  @Test func `correctness: discounting counts months from their middle`() {
    let curve = MarginCurve(sums: [200, 100], customers: [2, 1], least: 1, discount: 0.21)
    // (1.21)^(-1/24) and (1.21)^(-3/24), by squares and roots of 1.1.
    let first = 1 / 1.1.squareRoot().squareRoot().squareRoot()  // 1.1^(-1/8)
    #expect(
      abs(curve.months[1].discounted - curve.months[0].discounted - 100 * (first * first)) < 1e-9)
    #expect(curve.months[0].cumulative == 100)
    #expect(curve.months[1].cumulative == 200)
    #expect(curve.payback(of: 150, discounted: false) == 1.5)
    #expect((curve.payback(of: 150, discounted: true) ?? 0) > 1.5)
    #expect(curve.payback(of: 1000, discounted: false) == nil)
    #expect(curve.payback(of: 0, discounted: false) == 0)
  }

  @Test func `consistency: a month counts those alone who have had it`() throws {
    // Who comes late must not pull the curve down: the same customer, seen for different times.
    var settings = AcquisitionSettings()
    settings.minCustomers = 1
    var customers: [AcquisitionMaker.Customer] = []
    for index in 0..<12 {
      let first = index * 50
      let purchases = stride(from: first, to: 720, by: 30).map {
        (day: $0, gross: Int64(3000), margin: Int64?.none)
      }
      customers.append(.init(id: "c\(100 + index)", channel: "Web", purchases: purchases))
    }
    let maker = AcquisitionMaker(
      customers: customers,
      costs: (0..<24).map {
        .init(
          day: AcquisitionMaker.start.adding(months: $0), channel: "Web", purpose: "acquisition",
          amount: 1000)
      })
    let curve = try maker.output(settings).total.curve
    #expect(curve.months.count > 20)
    // A purchase of 30 every 30 days is 30.44 a month, however few have had the month.
    let after = curve.months[19].cumulative
    #expect(abs(after / (20 * 30 * AcquisitionFigures.daysPerMonth / 30) - 1) < 0.05)
  }

  @Test func `consistency: rows of costs in another order, and money times k`() throws {
    var maker = AcquisitionMaker.company()
    let first = try maker.output()
    maker.costs.reverse()
    let second = try maker.output()
    #expect(first.total.cac == second.total.cac)
    #expect(
      "\(first.report(Wording(language: .english, currency: .cny), step: "s"))"
        == "\(second.report(Wording(language: .english, currency: .cny), step: "s"))")
    for index in maker.costs.indices { maker.costs[index].amount *= 10 }
    for index in maker.customers.indices {
      maker.customers[index].purchases = maker.customers[index].purchases.map {
        ($0.day, $0.gross * 10, nil)
      }
    }
    let scaled = try maker.output()
    #expect(abs((scaled.total.cac ?? 0) - 10 * (first.total.cac ?? 0)) < 1e-9)
    #expect(abs((scaled.total.ratio ?? 0) - (first.total.ratio ?? 0)) < 1e-9)
    let last = try #require(first.total.curve.months.last)
    let lastScaled = try #require(scaled.total.curve.months.last)
    #expect(abs(lastScaled.discounted - 10 * last.discounted) < 1e-6)
    let cost = last.discounted / 3
    let months = try #require(first.total.curve.payback(of: cost, discounted: true))
    let monthsScaled = try #require(scaled.total.curve.payback(of: 10 * cost, discounted: true))
    #expect(abs(months - monthsScaled) < 1e-9)
  }

  @Test func `correctness: keeping against winning`() throws {
    var maker = small
    maker.asOf = AcquisitionMaker.start.adding(months: 24).adding(days: -1)
    maker.costs = (0..<24).map {
      .init(
        day: AcquisitionMaker.start.adding(months: $0), channel: "Web",
        purpose: $0 % 2 == 0 ? "retention" : "acquisition", amount: 1000)
    }
    // New in the second year: d. Kept in it: a and b. Not kept: c.
    maker.customers[0].purchases.append((400, 1000, 500))
    maker.customers[1].purchases.append((700, 1000, 500))
    maker.customers.append(.init(id: "d", channel: "Web", purchases: [(500, 1000, 400)]))
    let retention = try #require(try maker.output().retention)
    #expect(retention.window.lowerBound == Day(year: 2021, month: 1, day: 1))
    #expect(retention.new == 1)
    #expect(retention.kept == 2)
    #expect(retention.cac == 60)
    #expect(retention.costOfKeeping == 30)
    #expect(retention.ratio == 2)
  }

  @Test func `correctness: value to come of an earlier step is added`() throws {
    var settings = AcquisitionSettings()
    settings.minCustomers = 1
    var maker = small
    maker.future = [("a", 10_000), ("b", 20_000)]
    let output = try maker.output(settings)
    #expect(output.hasFuture)
    #expect(abs((output.channels[0].value?.mean ?? 0) - (50 + 150)) < 1e-9)
    #expect(try small.output(settings).hasFuture == false)
  }

  @Test func `correctness: customers from before the orders begin are not new`() throws {
    var maker = small
    maker.customers[0].acquiredOn = AcquisitionMaker.start.adding(days: -100)
    #expect(try maker.output().total.new == 2)
    var settings = AcquisitionSettings()
    settings.newBy = .acquiredOn
    // By the day of acquisition the first one is before the costs, the others fall back.
    #expect(try maker.output(settings).total.new == 2)
    #expect(throws: Diagnostic.self) { try small.output(settings) }
  }

  @Test func `correctness: periods of costs decide how fine the table is`() throws {
    func days(_ months: [Int]) -> [Day] { months.map { AcquisitionMaker.start.adding(months: $0) } }
    #expect(AcquisitionGrain.ofCosts(days([0, 1, 2])) == .month)
    #expect(AcquisitionGrain.ofCosts(days([0, 3, 6, 6])) == .quarter)
    #expect(AcquisitionGrain.ofCosts(days([0, 12])) == .year)
    #expect(AcquisitionGrain.ofCosts(days([0])) == .month)
    #expect(AcquisitionGrain.ofCosts([]) == .month)
    #expect(
      AcquisitionGrain.ofCosts([AcquisitionMaker.start.adding(days: 4)] + days([12])) == .month)
    var maker = AcquisitionMaker.company()
    maker.costs = maker.costs.filter { ($0.day.month - 1) % 3 == 0 }
    var settings = AcquisitionSettings()
    settings.period = .month
    #expect(try maker.output(settings).periods.map(\.period.label).first == "2020-Q1")
    let labels = [AcquisitionGrain.month, .quarter, .year].map {
      AcquisitionPeriod($0, of: Day(number: 18_262 + 364)).label
    }
    #expect(labels == ["2020-12", "2020-Q4", "2020"])
  }

  @Test func `correctness: a month of costs that is not over leaves the totals`() throws {
    var maker = AcquisitionMaker.company()
    maker.asOf = Day(number: 18_262 + 700)  // 2021-12-01
    let output = try maker.output()
    #expect(output.window?.upperBound == Day(year: 2021, month: 11, day: 30))
    #expect(output.periods.last?.isComplete == false)
    #expect(output.latest?.now.period.label == "2021-Q3")
  }

  @Test func `the report names who must do what`() throws {
    let report = try AcquisitionMaker.company().output().report(
      Wording(language: .english, currency: .cny), step: "acquisition")
    let wasted = try #require(report.findings.first { $0.sentence.contains("Letter") })
    #expect(wasted.severity == .warning)
    #expect(wasted.owner == "Marketing")
    #expect(report.measures.first { $0.id == "cac" }?.value != nil)
    // No margin anywhere: said, since payback on revenue is too good.
    #expect(report.warnings.contains { $0.contains("margin") })
    #expect(report.pages[0].blocks.count >= 6)
  }
}
