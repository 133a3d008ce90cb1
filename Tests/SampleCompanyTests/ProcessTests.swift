import Foundation
import SampleCompany
import Testing
import Values

/// The declared parameters of the purchase process, estimated from the files.
@Suite struct ProcessTests {
  /// The log of a company that is large enough for estimates.
  private struct Log {
    let process: Planted.Process
    /// By customer: the purchases in time, with their amount in fen; base currency only.
    let purchases: [String: [(time: Double, fen: Int64)]]
    let returnedOrders: Int
    let placedOrders: Int

    init() throws {
      let files = try files(of: Generator(customers: 6000, orders: 40_000, seed: 8))
      let planted = try Planted(files)
      process = planted.process
      var orders: [String: [[String]]] = [:]
      for file in planted.files where file.contract == "orders" {
        let records = SampleReader(try #require(files[file.file])).records.map(\.fields)
        let counted = records.filter { $0.count == 12 && $0[11] != "cancelled" }
        orders.merge(Dictionary(grouping: counted) { $0[0] }) { _, later in later }
      }
      returnedOrders = orders.keys.count { $0.hasPrefix("RT") }
      placedOrders = orders.keys.count { $0.hasPrefix("SO") }
      let start = try #require(Day(iso: "2024-01-01"))
      var purchases: [String: [(time: Double, fen: Int64)]] = [:]
      for (id, lines) in orders where id.hasPrefix("SO") && lines[0][8] == "CNY" {
        guard let day = Day(iso: lines[0][3].prefix(10)) else { continue }
        let fen = lines.map { hundredths($0[7])?.value ?? 0 }.reduce(0, +)
        purchases[lines[0][2], default: []].append((Double(day - start), fen))
      }
      self.purchases = purchases.mapValues { $0.sorted { $0.time < $1.time } }
    }
  }

  private static let log = Result { try Log() }

  /// P(X(t) = 0) = (alpha / (alpha + t))^r: BG/NBD has no dropout before the first repeat
  /// purchase (Fader, Hardie & Lee 2005, equation 8 at x = 0).
  @Test(arguments: [14.0, 60, 120])
  func `the share without a second purchase follows from r and alpha`(_ days: Double) throws {
    let log = try Self.log.get()
    let process = log.process
    // Before the planted effects change the pace.
    let early = log.purchases.values.filter { $0[0].time + days < 365 }
    let none = early.count { list in
      !list.dropFirst().contains { $0.time - list[0].time < days }
    }
    let expected = pow(process.alpha_weeks * 7 / (process.alpha_weeks * 7 + days), process.r)
    let share = Double(none) / Double(early.count)
    let error = (expected * (1 - expected) / Double(early.count)).squareRoot()
    // Half a day of rounding of each time shifts the share by less than 0.012 at 14 days.
    #expect(abs(share - expected) < 3.3 * error + (days < 20 ? 0.012 : 0.004))
    #expect(early.count > 1500)
  }

  /// E(Z) = p v / (q - 1), variance p (p + 1) v^2 / ((q - 1)(q - 2)) less its square.
  @Test func `the first orders cost on average what p, q and v say`() throws {
    let log = try Self.log.get()
    let process = log.process
    let first = log.purchases.values.map { Double($0[0].fen) / 100 }.filter { $0 > 0 }
    let mean = first.reduce(0, +) / Double(first.count)
    let expected = process.p * process.v / (process.q - 1)
    #expect(expected == 4000)
    let square =
      process.p * (process.p + 1) * process.v * process.v / ((process.q - 1) * (process.q - 2))
    let error = ((square - expected * expected) / Double(first.count)).squareRoot()
    #expect(abs(mean - expected) < 3.3 * error)
    #expect(error < 60)
  }

  @Test func `three orders in a hundred come back`() throws {
    let log = try Self.log.get()
    let share = Double(log.returnedOrders) / Double(log.placedOrders)
    // The returns of the last month are still to come.
    #expect(share > 0.026)
    #expect(share < 0.031)
  }
}
