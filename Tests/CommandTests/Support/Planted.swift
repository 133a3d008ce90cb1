import Foundation

/// What was planted in the samples, as `planted.json` declares it.
struct Planted: Decodable {
  struct Rule: Decodable {
    let rule, column: String
    let rows: Int
    let lines: [Int]
  }

  struct File: Decodable {
    let file, contract, encoding: String
    let read, accepted, merged, rejected, excluded, withdrawn, rounded: Int
    let rejected_by_rule: [Rule]
  }

  struct Region: Decodable {
    let region: String
    let net_cny: [String: Double]
  }

  struct Silent: Decodable { let customer_ids: [String] }

  struct Wave: Decodable { let nps: Double }

  struct Answers: Decodable {
    let touchpoint: String
    let waves_unweighted: [String: Wave]
  }

  struct Effects: Decodable {
    let south_delivery_problem, north_growth: Region
    let silent_best: Silent
    let delivery_nps: Answers
  }

  struct Totals: Decodable {
    let buyers, order_rows: Int
    let net_cny: Decimal
  }

  let totals: Totals
  let effects: Effects
  let files: [File]

  static func read() throws -> Planted {
    try JSONDecoder().decode(
      Planted.self,
      from: Data(contentsOf: SampleCompanyFiles.folder.appending(path: "planted.json")))
  }
}
