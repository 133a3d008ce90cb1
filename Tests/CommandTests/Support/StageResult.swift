import Foundation

/// The JSON of `stage --format json` as the tests read it.
struct StageResult: Decodable {
  struct Measure: Decodable {
    let id: String
    let value: Double?
    let unit: String
    let low, high: Double?
    let n: Int?
    let reason: String?
  }

  struct Table: Decodable {
    struct Column: Decodable { let id, unit: String }

    let columns: [Column]
  }

  let stage, step, as_of: String
  let measures: [Measure]
  let tables: [String: Table]

  init(_ ended: Program.Ended) throws {
    self = try JSONDecoder().decode(StageResult.self, from: ended.outputBytes)
  }

  subscript(_ measure: String) -> Double? { measures.first { $0.id == measure }?.value }
}

/// The member names of a JSON object.
struct MemberNames: Decodable {
  struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }

  let names: [String]

  init(from decoder: any Decoder) throws {
    names = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue)
  }
}
