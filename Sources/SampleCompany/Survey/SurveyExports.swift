import Values

/// Three quarterly waves, each saved by another program, and who was invited to them.
struct SurveyExports {
  static let waves = 3
  static let names = ["2025Q2", "2025Q3", "2025Q4"]
  private static let forms = [FileForm.plain, .semicolons, .windows]

  /// Figures of the accepted answers of a wave.
  struct Wave {
    var answers = 0
    var promoters = 0
    var detractors = 0
    var npsAnswers = 0
    var deliverySum = 0
    var deliveryAnswers = 0
    /// Promoters less detractors and answers, at the touchpoint delivery alone.
    var deliveryBalance = 0
    var deliveryNPSAnswers = 0
  }

  private let company: Company
  private(set) var invitations: ExportWriter
  private(set) var figures = [Wave](repeating: Wave(), count: waves)
  private var lastAnswers: [[String]] = []

  init(_ company: Company) {
    self.company = company
    invitations = ExportWriter(
      "invitations.csv", "invitations",
      header: ["invitation_id", "customer_id", "wave", "date", "mode"])
  }

  /// Rows to spoil in a wave; `column` is the place in the row.
  private static func plan(
    _ wave: Int
  ) -> [(kind: String, column: Int, value: String, rule: String, field: String)] {
    let bad = ExportWriter.badByte
    return switch wave {
    case 0:
      [
        ("level_outside_scale", 7, "11", "range", "nps"),
        ("level_outside_scale", 8, "0", "range", "csat"),
        ("not_a_whole_number", 7, "8.5", "integer", "nps"),
      ]
    case 1:
      [
        ("level_outside_scale", 9, "8", "range", "ces"),
        ("not_a_number", 8, "满意", "integer", "csat"),
        ("empty_id", 0, "", "required", "response_id"),
      ]
    default:
      [
        ("bad_bytes", 16, "很好\(bad)谢谢", "encoding", "comment"),
        ("bad_bytes", 16, "late \(bad)", "encoding", "comment"),
        ("level_outside_scale", 10, "11", "range", "item_delivery"),
        ("impossible_date", 2, "2025-11-31", "date", "date"),
      ]
    }
  }

  /// Writes a wave; to be called for each in turn.
  mutating func file(_ wave: Int) -> ExportWriter {
    var writer = ExportWriter(
      "survey-\(Self.names[wave]).csv", "survey", Self.forms[wave], header: Self.header(wave))
    let answers = draw(wave)
    // The last program exports six late corrections of the wave before once more.
    if wave == 2 {
      for row in lastAnswers.suffix(6) {
        writer.row(row)
        writer.expected.merged += 1
        writer.expected.plant("answer_again")
      }
    }
    var random = SampleRandom(company.parameters.seed, .spoiled, 200 + wave)
    let plan = Self.plan(wave)
    let hosts = random.sample(plan.count, of: Array(answers.indices.dropLast(6)))
    var rows: [[String]] = []
    for (index, answer) in answers.enumerated() {
      var fields = Self.fields(answer, wave, index)
      if let place = hosts.firstIndex(of: index) {
        let spoiled = plan[place]
        fields[spoiled.column] = spoiled.value
        writer.reject(spoiled.rule, spoiled.field, kind: spoiled.kind)
        writer.row(fields)
        continue
      }
      writer.row(fields)
      writer.expected.accepted += 1
      rows.append(fields)
      count(answer, wave)
    }
    lastAnswers = rows
    return writer
  }

  /// The second wave comes from a Chinese questionnaire service.
  private static func header(_ wave: Int) -> [String] {
    wave == 1
      ? [
        "答卷编号", "客户编号", "作答日期", "触点", "调查方式", "批次", "客户细分", "推荐意愿", "总体满意度", "费力度",
      ] + SurveyAnswer.items.map { "题项_\($0)" } + ["权重", "意见"]
      : [
        "response_id", "customer_id", "date", "touchpoint", "mode", "wave", "segment", "nps",
        "csat", "ces",
      ] + SurveyAnswer.items.map { "item_\($0)" } + ["weight", "comment"]
  }

  private static func fields(_ answer: SurveyAnswer, _ wave: Int, _ index: Int) -> [String] {
    func text(_ value: Int?) -> String { value.map(String.init) ?? "" }
    return [
      "R\(wave + 2)\(100_001 + index)", answer.customer.id, answer.date.iso,
      answer.touchpoint.rawValue, answer.mode, names[wave], answer.customer.segment.rawValue,
      text(answer.nps), String(answer.csat), text(answer.ces),
    ] + answer.itemScores.map(text) + [answer.customer.segment.surveyWeight, answer.comment]
  }

  /// Invites four of five customers; of those about half answer.
  private mutating func draw(_ wave: Int) -> [SurveyAnswer] {
    let parameters = company.parameters
    let quarter = wave + 5
    let first = Samples.quarters[quarter]
    let before = Double(first - Samples.first)
    let known = company.customers.filter { !$0.isLead && $0.acquired < before }
    var random = SampleRandom(parameters.seed, .invitations, wave)
    let invited = random.sample(known.count * 4 / 5, of: known)
    var answers: [SurveyAnswer] = []
    for (index, customer) in invited.enumerated() {
      var own = SampleRandom(parameters.seed, .answers, wave, customer.index)
      let sent = first.adding(days: own.within(20...45))
      let mode = own.happens(0.7) ? "e-mail" : "phone"
      invitations.row([
        "I\(wave + 2)\(100_001 + index)", customer.id, Self.names[wave], sent.iso, mode,
      ])
      invitations.expected.accepted += 1
      guard own.happens(customer.stop == nil ? 0.52 : 0.15) else { continue }
      let date = min(sent.adding(days: own.within(0...30)), Samples.lastDay(ofQuarter: quarter))
      let drawn = Touchpoint.allCases[own.index(byWeight: Touchpoint.shares)]
      answers.append(
        SurveyAnswer(
          customer, wave: wave, date: date,
          touchpoint: wave == 2 && index % 150 == 7 && index < 600 ? .recycling : drawn,
          parameters, &own))
    }
    return answers
  }

  private mutating func count(_ answer: SurveyAnswer, _ wave: Int) {
    figures[wave].answers += 1
    if let nps = answer.nps {
      let balance = nps >= 9 ? 1 : nps <= 6 ? -1 : 0
      figures[wave].npsAnswers += 1
      figures[wave].promoters += balance == 1 ? 1 : 0
      figures[wave].detractors += balance == -1 ? 1 : 0
      if answer.touchpoint == .delivery {
        figures[wave].deliveryBalance += balance
        figures[wave].deliveryNPSAnswers += 1
      }
    }
    if let score = answer.itemScores[0] {
      figures[wave].deliverySum += score
      figures[wave].deliveryAnswers += 1
    }
  }
}
