import Foundation
import SampleCompany
import Testing
import Values

/// What was planted can be found again, in the figures that an analysis would look at.
@Suite struct PlantedEffectTests {
  private let all: [String: SampleFile]
  private let planted: Planted

  init() throws {
    all = try committedFiles.get()
    planted = try Planted(all)
  }

  /// Order days and net amount by customer, from the files; later files win.
  private func customers() throws -> [String: (days: Set<Day>, net: Int64)] {
    var orders: [String: [(customer: String, day: Day, cents: Int64)]] = [:]
    for file in planted.files where file.contract == "orders" {
      let records = SampleReader(try #require(all[file.file])).records.map(\.fields)
      let counted = records.filter { $0.count == 12 && $0[11] != "cancelled" && $0[8] == "CNY" }
      for (order, lines) in Dictionary(grouping: counted, by: { $0[0] }) {
        orders[order] = lines.compactMap { fields in
          guard let day = Day(iso: fields[3].prefix(10)), let amount = hundredths(fields[7])
          else { return nil }
          return (fields[2], day, amount.value)
        }
      }
    }
    var customers: [String: (days: Set<Day>, net: Int64)] = [:]
    for line in orders.values.joined() {
      customers[line.customer, default: ([], 0)].net += line.cents
      if line.cents >= 0 { customers[line.customer, default: ([], 0)].days.insert(line.day) }
    }
    return customers
  }

  @Test func `the South lost half its revenue in the last quarter, its distributors most`() throws {
    let south = planted.effects.south_delivery_problem
    let before = try #require(south.net_cny["2025Q3"])
    let after = try #require(south.net_cny["2025Q4"])
    #expect(abs(south.last_quarter_change - (after - before) / before) < 1e-4)
    #expect(south.last_quarter_change < -0.3)
    let bySegment = try #require(south.last_quarter_change_by_segment)
    #expect(bySegment.min { $0.value < $1.value }?.key == "经销商")
    #expect(try #require(bySegment["经销商"]) < -0.6)
    // No quarter before fell nearly as much.
    let quarters = south.net_cny.sorted { $0.key < $1.key }.map(\.value)
    for (earlier, later) in zip(quarters, quarters.dropFirst()).dropLast() {
      #expect(later / earlier > 0.75)
    }
  }

  @Test func `the North grows faster than all others together`() throws {
    let north = planted.effects.north_growth
    #expect(north.last_quarter_change > 0.2)
    #expect(north.last_quarter_change > planted.effects.south_delivery_problem.last_quarter_change)
  }

  @Test func `the NPS of the last wave fell, after deliveries, beyond chance`() throws {
    let waves = planted.effects.delivery_nps.waves_unweighted
    let before = try #require(waves["2025Q3"])
    let after = try #require(waves["2025Q4"])
    /// Variance of the NPS as a share: p + d - (p - d)^2, over n.
    func variance(_ wave: Planted.Wave) -> Double {
      let n = Double(wave.nps_answers)
      let (p, d) = (Double(wave.promoters) / n, Double(wave.detractors) / n)
      return (p + d - (p - d) * (p - d)) / n
    }
    let z = (after.nps - before.nps) / 100 / (variance(before) + variance(after)).squareRoot()
    #expect(z < -3.3)
    #expect(after.nps_after_delivery < after.nps - 20)
    #expect(abs(before.nps_after_delivery - before.nps) < 15)
    // The waves before do not differ beyond chance.
    let first = try #require(waves["2025Q2"])
    let calm = (before.nps - first.nps) / 100
    #expect(abs(calm) / (variance(before) + variance(first)).squareRoot() < 1.96)
  }

  @Test func `delivery is the weakest item of the last wave`() throws {
    let reader = SampleReader(try #require(all["survey-2025Q4.csv"]))
    var means: [String: Double] = [:]
    for (column, name) in reader.header.enumerated() where name.hasPrefix("item_") {
      let scores = reader.records.compactMap { Double($0.fields[column]) }.filter { $0 <= 5 }
      means[name] = scores.reduce(0, +) / Double(scores.count)
    }
    #expect(means.count == 5)
    #expect(means.min { $0.value < $1.value }?.key == "item_delivery")
    let sorted = means.values.sorted()
    #expect(sorted[1] - sorted[0] > 0.5)
  }

  @Test func `the silent best are recency 1 or 2 and frequency and value 4 or 5`() throws {
    let silent = planted.effects.silent_best
    #expect(silent.customers == 46)
    let customers = try customers()
    let last = customers.mapValues { $0.days.max() ?? Day(number: 0) }
    func score<Value: Comparable>(_ value: Value, among all: [Value]) -> Int {
      1 + all.count { $0 < value } * 5 / all.count
    }
    let lasts = Array(last.values)
    let counts = customers.values.map(\.days.count)
    let nets = customers.values.map(\.net)
    let until = try #require(Day(iso: silent.to))
    var found = 0
    var tested = 0
    for id in silent.customer_ids {
      // Those overseas order in other currencies.
      guard let customer = customers[id], let day = last[id] else { continue }
      tested += 1
      #expect(day <= until)
      let value =
        score(customer.days.count, among: counts) + score(customer.net, among: nets)
      if score(day, among: lasts) <= 2, value >= 8 { found += 1 }
    }
    #expect(tested > 30)
    #expect(found * 10 >= tested * 8)
  }
}
