import Values

/// SERVQUAL answers on the service centres by customers, and on departments by departments.
enum ServqualExports {
  static let dimensions = ["tangibles", "reliability", "responsiveness", "assurance", "empathy"]
  /// Items of each dimension: 22 in all.
  private static let items = [4, 5, 4, 4, 5]
  /// Mean gap of each dimension, perception less expectation, before the planted ones.
  static let gaps = [-0.2, -0.5, -0.7, -0.3, -0.4]
  /// The centre whose responsiveness falls short most.
  static let weakCentre = Region.south.serviceCentre
  static let weakCentreGap = -1.0
  /// The department that answers late, and by how much more.
  static let weakDepartment = "财务部"
  static let weakDepartmentGap = -0.8

  private static let answers: [String] =
    (1...22).map { "e\($0)" } + (1...22).map { "p\($0)" } + dimensions.map { "w_\($0)" }

  static func external(_ company: Company) -> ExportWriter {
    var writer = ExportWriter(
      "servqual-external.csv", "servqual",
      header: ["respondent", "customer_id", "unit", "segment", "date"] + answers)
    let respondents = min(4000, max(40, company.buyers / 6))
    for respondent in 0..<respondents {
      var random = SampleRandom(company.parameters.seed, .servqual, respondent)
      let customer = company.customers[random.below(company.buyers)]
      let unit = customer.region.serviceCentre
      let day = Samples.quarters[7].adding(days: random.within(0...80))
      var extra = [0.0, 0, 0, 0, 0]
      if unit == weakCentre { extra[2] = weakCentreGap }
      var fields = [
        "Q\(10_001 + respondent)", customer.id, unit, customer.segment.rawValue, day.iso,
      ]
      fields += answer(extra, &random)
      spoil(
        respondent, [6: (6, "12"), 12: (30, "5.5")], ("expectation_2", "perception_4"), &fields,
        &writer)
      if respondent == 20 || respondent == 33 {
        // Points that do not add up to 100: no fault of the row, but of its weights.
        fields[fields.count - 1] = "0"
        writer.expected.plant("weights_not_100")
      }
      writer.row(fields)
    }
    return writer
  }

  static func between(_ company: Company) -> ExportWriter {
    var writer = ExportWriter(
      "servqual-internal.csv", "servqual",
      header: ["respondent", "provider", "consumer", "date"] + answers)
    let departments = CustomerExports.departments
    var respondent = 0
    for (place, provider) in departments.enumerated() {
      for (other, consumer) in departments.enumerated() where other != place {
        for _ in 0..<3 {
          var random = SampleRandom(company.parameters.seed, .servqual, respondent, 1)
          let day = Samples.quarters[7].adding(days: random.within(0...80))
          var extra = [0.0, 0, 0, 0, 0]
          if provider == weakDepartment { extra[2] = weakDepartmentGap }
          var fields = ["N\(10_001 + respondent)", provider, consumer, day.iso]
          fields += answer(extra, &random)
          spoil(respondent, [40: (8, "11")], ("expectation_5", ""), &fields, &writer)
          writer.row(fields)
          respondent += 1
        }
      }
    }
    return writer
  }

  /// Puts a value outside the scale, or none, into the rows that are to be spoiled.
  private static func spoil(
    _ respondent: Int, _ plan: [Int: (column: Int, value: String)],
    _ names: (range: String, integer: String), _ fields: inout [String],
    _ writer: inout ExportWriter
  ) {
    guard let spoiled = plan[respondent] else {
      writer.expected.accepted += 1
      return
    }
    fields[spoiled.column] = spoiled.value
    if spoiled.value.contains(".") {
      writer.reject("integer", names.integer, kind: "not_a_whole_number")
    } else {
      writer.reject("range", names.range, kind: "level_outside_scale")
    }
  }

  /// Expectations, perceptions on 1 to 7, and 100 points over the dimensions.
  private static func answer(_ extra: [Double], _ random: inout SampleRandom) -> [String] {
    let mood = 0.4 * random.normal()
    var expected: [String] = []
    var perceived: [String] = []
    for dimension in dimensions.indices {
      for _ in 0..<items[dimension] {
        let level = 5.9 + mood
        let gap = gaps[dimension] + extra[dimension]
        expected.append(String(random.answer(around: level, spread: 0.6, on: 1...7)))
        let perception = random.answer(around: level + gap, spread: 0.8, on: 1...7)
        perceived.append(random.happens(0.01) ? "" : String(perception))
      }
    }
    var points = [15, 25, 25, 18, 17].map { $0 + random.within(-4...4) }
    points[1] += 100 - points.reduce(0, +)
    return expected + perceived + points.map(String.init)
  }
}
