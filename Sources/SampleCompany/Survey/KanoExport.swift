/// Paired Kano answers on twelve features, each drawn from a known class.
enum KanoExport {
  enum Class: String {
    case attractive = "A"
    case performance = "O"
    case mustBe = "M"
    case indifferent = "I"
    case reverse = "R"

    /// Chances of the cells attractive, one-dimensional, must-be, indifferent, reverse,
    /// questionable.
    var mix: [Double] {
      switch self {
      case .attractive: [0.6, 0.14, 0.06, 0.16, 0.03, 0.01]
      case .performance: [0.13, 0.58, 0.16, 0.1, 0.02, 0.01]
      case .mustBe: [0.05, 0.18, 0.62, 0.12, 0.02, 0.01]
      case .indifferent: [0.12, 0.08, 0.1, 0.64, 0.05, 0.01]
      case .reverse: [0.04, 0.03, 0.03, 0.33, 0.55, 0.02]
      }
    }

    var importance: Double {
      switch self {
      case .attractive: 6
      case .performance: 7.2
      case .mustBe: 7.8
      case .indifferent: 3.6
      case .reverse: 2.8
      }
    }
  }

  static let features: [(name: String, planted: Class)] = [
    ("当日报价 Same-day quotation", .attractive), ("手机端查看数据 Data on the phone", .attractive),
    ("免费试用 Free trial unit", .attractive), ("准时交货 Delivery on time", .performance),
    ("测量精度 Accuracy", .performance), ("响应速度 Speed of support", .performance),
    ("发票无误 Invoice without errors", .mustBe), ("校准证书 Calibration certificate", .mustBe),
    ("完好包装 Undamaged packing", .mustBe), ("会员积分 Loyalty points", .indifferent),
    ("礼品包装 Gift wrapping", .indifferent), ("每周推销电话 Weekly sales call", .reverse),
  ]

  /// Answers (functional, dysfunctional) of each cell: 1 like, 2 must-be, 3 neutral, 4 live with,
  /// 5 dislike.
  private static let cells: [[(Int, Int)]] = [
    [(1, 2), (1, 3), (1, 4)], [(1, 5)], [(2, 5), (3, 5), (4, 5)],
    [(3, 3), (2, 3), (3, 4), (4, 4), (2, 2), (3, 2), (4, 3)],
    [(5, 1), (5, 2), (5, 3), (4, 1), (3, 1)], [(1, 1), (5, 5)],
  ]

  static func file(_ company: Company) -> ExportWriter {
    var writer = ExportWriter(
      "kano.csv", "kano",
      header: ["respondent", "feature", "functional", "dysfunctional", "importance", "segment"])
    let respondents = min(2000, max(60, company.buyers / 8))
    for respondent in 0..<respondents {
      var random = SampleRandom(company.parameters.seed, .kano, respondent)
      let segment = random.one(of: Array(company.customers.prefix(company.buyers))).segment
      for (index, feature) in features.enumerated() {
        let pair = random.one(of: cells[random.index(byWeight: feature.planted.mix)])
        let importance = random.answer(
          around: feature.planted.importance, spread: 1.2, on: 1...9)
        var fields = [
          "K\(10_001 + respondent)", feature.name, String(pair.0), String(pair.1),
          String(importance), segment.rawValue,
        ]
        switch (respondent, index) {
        case (17, 2):
          fields[2] = "6"
          writer.reject("range", "functional", kind: "level_outside_scale")
        case (31, 5):
          fields[3] = "喜欢"
          writer.reject("integer", "dysfunctional", kind: "not_a_number")
        case (44, 9):
          fields[2] = ""
          writer.reject("required", "functional", kind: "empty_answer")
        default: writer.expected.accepted += 1
        }
        writer.row(fields)
        if respondent == 50, index == 4 {
          writer.row(fields)
          writer.expected.merged += 1
          writer.expected.plant("answer_again")
        }
      }
    }
    return writer
  }
}
