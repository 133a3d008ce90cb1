import Foundation
import SampleCompany

/// `planted.json` as the tests read it.
struct Planted: Decodable {
  struct Process: Decodable { var r, alpha_weeks, a, b, p, q, v: Double }

  struct Totals: Decodable {
    var buyers, leads, order_rows, return_rows, zero_rows: Int
    var net_cny: Decimal
    var net_by_currency: [String: Decimal]
  }

  struct Rule: Decodable {
    var rule, column: String
    var rows: Int
    var lines: [Int]
  }

  struct File: Decodable {
    var file, contract, encoding, delimiter: String
    var read, accepted, merged, rejected, excluded, withdrawn, rounded: Int
    var planted: [String: Int]
    var rejected_by_rule: [Rule]
  }

  struct Wave: Decodable {
    var nps_answers, promoters, detractors: Int
    var nps, nps_after_delivery, item_delivery_mean: Double
  }

  struct Region: Decodable {
    var net_cny: [String: Double]
    var last_quarter_change: Double
    var last_quarter_change_by_segment: [String: Double]?
  }

  struct Silent: Decodable {
    var customers: Int
    var from, to: String
    var customer_ids: [String]
  }

  struct Answers: Decodable { var waves_unweighted: [String: Wave] }

  struct Effects: Decodable {
    var south_delivery_problem, north_growth: Region
    var silent_best: Silent
    var delivery_nps: Answers
  }

  var customers, orders: Int
  var as_of: String
  var process: Process
  var totals: Totals
  var effects: Effects
  var files: [File]

  init(_ files: [String: SampleFile]) throws {
    let bytes = files["planted.json"]?.bytes ?? []
    self = try JSONDecoder().decode(Planted.self, from: Data(bytes))
  }
}

/// The arguments of the samples that are committed.
let committed = Generator(customers: 1200, orders: 9000, seed: 20_251_231)
let committedFiles = Result { try files(of: committed) }
