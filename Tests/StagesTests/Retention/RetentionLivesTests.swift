import Exports
import Foundation
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct RetentionLivesTests {
  private typealias M = RetentionMaker

  private func lives(
    _ customers: [(String, [Int])], through day: Int, days: Int, origin: [Int32]? = nil
  ) -> CustomerLives {
    let rule = ChurnRule(M.settings { $0.churnAfter = days }, gaps: [])
    return CustomerLives(
      M.ledger(customers).days(from: M.start), through: M.start.adding(days: day), rule: rule,
      refunds: .net, origin: origin)
  }

  @Test func `correctness: a loss counts on the day the silence is full, the first time`() {
    let found = lives(
      [
        ("a", [0, 30, 60]),  // lost on day 90, the day observation ends
        ("b", [0, 31]),  // a gap of 31 is longer than 30: lost on day 30, came back
        ("c", [61]),  // seen for 29 days of silence
        ("d", [0, 30, 60, 90]), ("e", [10, 95]),  // day 95 is after the end
      ], through: 90, days: 30)
    #expect(found.isLost == [true, true, false, false, true])
    #expect(found.duration == [90, 30, 29, 90, 30])
    #expect(found.cameBack == [false, true, false, false, false])
    #expect(found.entry == [0, 0, 0, 0, 0])
  }

  @Test func `correctness: days of churn from the customers' own gaps`() {
    // 100 gaps: 1 to 100 days, each once.
    let gaps = [0] + [Int](repeating: 1, count: 100)
    func days(_ share: Double) -> Int {
      ChurnRule(M.settings { $0.churnShare = share }, gaps: gaps).days
    }
    #expect(days(0.95) == 95 && days(0.5) == 50 && days(0.001) == 1 && days(0.999) == 100)
    #expect(ChurnRule(M.settings(), gaps: gaps).basis == .gaps(share: 0.95, count: 100))
    #expect(ChurnRule(M.settings { $0.churnAfter = 40 }, gaps: gaps).basis == .stated)
    let few = ChurnRule(M.settings(), gaps: [0, 19])
    #expect(few.days == 365 && few.basis == .fallback(gaps: 19))
    #expect(ChurnRule(M.settings(), gaps: [0, 20]).days == 1)
  }

  @Test func `correctness: late entry at the first purchase after the day of acquisition`() throws {
    let rows: [(id: String, segment: String, acquired: String?, starts: String?, ends: String?)] = [
      ("a", "", "2023-12-01", nil, nil), ("b", "", "2024-02-01", nil, nil),
      ("c", "", nil, nil, nil),
    ]
    let maker = M.ledger([("a", [10]), ("b", [10, 40]), ("c", [20])])
    let source = M.source(maker, asOf: M.start.adding(days: 45), facts: [M.customers(rows)])
    let output = try M.output(
      source,
      M.settings {
        $0.origin = .acquiredOn
        $0.churnAfter = 30
      })
    let lives = try #require(output.purchases).lives
    // a: acquired 31 days before the year, seen from day 41 of its time; lost 30 days later.
    #expect(lives.entry == [41, 0, 0] && lives.duration == [71, 35, 25])
    #expect(lives.isLost == [true, false, false] && lives.withoutOrigin == 2)
    #expect(output.purchases?.overall.steps.map(\.atRisk) == [1])
  }

  @Test func `consistency: the curve of the stage is that of the lives one by one`() throws {
    let output = try M.output(M.many(.cny), M.settings { $0.groupBy = [.segment] })
    let purchases = try #require(output.purchases)
    let lives = purchases.lives
    var survival = 1.0
    for step in purchases.overall.steps {
      let atRisk = (0..<lives.count).count { Int(lives.duration[$0]) >= step.time }
      let lost = (0..<lives.count).count {
        lives.isLost[$0] && Int(lives.duration[$0]) == step.time
      }
      survival *= 1 - Double(lost) / Double(atRisk)
      #expect(step.atRisk == atRisk && abs(step.survival - survival) < 1e-12)
    }
    let comparison = try #require(purchases.comparisons.first)
    #expect(comparison.groups.map(\.label) == ["A", "B"])
    let events = comparison.groups.reduce(0) { $0 + $1.curve.table.events }
    #expect(events == purchases.overall.table.events)
    #expect(try #require(comparison.test).pValue < 0.001)
    #expect(output.measure("log_rank.segment")?.value == comparison.test?.chiSquare)
  }

  /// Customers who leave with a chance of their own day come out with that share lost.
  @Test func `recovery: S of simulated customers is the exponential they were drawn from`() throws {
    var random = SurveyRandom(seed: 3)
    // A purchase every day until the customer leaves: lost when one day of silence is full.
    let customers = (0..<4000).map { index -> (String, [Int]) in
      let start = random.below(100)
      var last = start
      while last < 200, random.below(50) > 0 { last += 1 }
      return ("c\(10_000 + index)", Array(start...last))
    }
    let output = try M.output(
      M.source(M.ledger(customers), asOf: M.start.adding(days: 190)),
      M.settings {
        $0.churnAfter = 1
        $0.horizon = 80
      })
    let curve = try #require(output.purchases).overall
    for day in [10, 40, 80] {
      let step = try #require(curve.step(at: day))
      let truth = pow(0.98, Double(day))
      #expect(abs(step.survival - truth) < 4 * step.standardError)
      #expect(step.standardError < 0.01)
    }
  }

  @Test func `who is due is listed by revenue with the days left`() throws {
    let maker = LedgerMaker([
      ("a", [(0, 1, 1000, 0)]), ("b", [(5, 1, 9000, 0)]), ("c", [(80, 1, 50_000, 0)]),
      ("d", [(8, 1, 3000, 0)]),
    ])
    let settings = M.settings {
      $0.churnAfter = 90
      $0.dueWithin = 10
    }
    let output = try M.output(
      M.source(maker, asOf: M.start.adding(days: 88)), settings)
    let table = output.table("due")
    #expect(table.texts("customer_id") == ["b", "d", "a"])
    #expect(table.numbers("days_left") == [7, 10, 2])
    #expect(output.measure("due.customers")?.value == 3)
    #expect(output.measure("due.revenue")?.value == 130)
    let days = output.table("customers").numbers("days_left")
    #expect(days == [2, 7, 82, 10])
  }
}
