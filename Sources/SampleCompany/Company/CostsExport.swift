import Values

/// Spend on winning and keeping customers, by month and channel.
enum CostsExport {
  /// CNY a month at the start; the channels are the sources of the CRM.
  private static let monthly: [(channel: String, acquisition: Int, retention: Int)] = [
    ("展会", 26_000, 3_000), ("官网", 9_000, 2_500), ("转介绍", 4_000, 1_500), ("搜索推广", 31_000, 0),
    ("代理商", 12_000, 8_000), ("电话拜访", 15_000, 11_000),
  ]

  static func file(_ parameters: Parameters) -> ExportWriter {
    var writer = ExportWriter(
      "costs.csv", "costs", header: ["period", "channel", "purpose", "amount"])
    var random = SampleRandom(parameters.seed, .costs)
    for month in 0..<24 {
      let period = Samples.first.adding(months: month).iso
      for (channel, acquisition, retention) in monthly {
        let entries = [("acquisition", acquisition), ("retention", retention)]
        for (purpose, base) in entries where base > 0 {
          let cents = Int64(base) * Int64(85 + month + random.within(0...20))
          // The purpose of one row is none that is known.
          let isSpoiled = month == 7 && channel == "官网" && purpose == "retention"
          if isSpoiled { writer.reject("level", "purpose", kind: "level_outside_scale") }
          writer.row([
            period, channel, isSpoiled ? "brand" : purpose, ExportWriter.decimal(cents),
          ])
          if !isSpoiled { writer.expected.accepted += 1 }
        }
      }
    }
    return writer
  }
}
