import Values

/// Where a customer met the company.
enum Touchpoint: String, CaseIterable {
  case ordering, delivery, installation, support, calibration
  /// Asked of hardly anybody: its figures are hidden by the least base.
  case recycling

  static let shares = [0.24, 0.3, 0.14, 0.2, 0.12, 0]
}

/// One answered questionnaire.
struct SurveyAnswer {
  static let items = ["delivery", "quality", "price", "support", "documents"]
  /// Mean of each item before the delivery problem, on 1 to 5.
  private static let means = [3.75, 4.3, 3.95, 4.1, 4.05]
  /// Weight of each item in the overall opinion.
  static let drivers = [0.3, 0.25, 0.1, 0.2, 0.15]

  let customer: SampleCustomer
  let date: Day
  let touchpoint: Touchpoint
  let mode: String
  let nps: Int?
  let csat: Int
  let ces: Int?
  let itemScores: [Int?]
  let comment: String

  init(
    _ customer: SampleCustomer, wave: Int, date: Day, touchpoint: Touchpoint,
    _ parameters: Parameters, _ random: inout SampleRandom
  ) {
    self.customer = customer
    self.date = date
    self.touchpoint = touchpoint
    mode = ["questionnaire", "online", "interview"][random.index(byWeight: [0.45, 0.4, 0.15])]
    let mood = 0.45 * random.normal()
    let isLastWave = wave == SurveyExports.waves - 1
    var latent = Self.means.map { $0 + mood + 0.6 * random.normal() }
    if isLastWave {
      latent[0] += parameters.deliveryItemShift
      if customer.region == .south { latent[0] += parameters.southItemShift }
    }
    var opinion = 0.0
    for (score, weight) in zip(latent, Self.drivers) { opinion += score * weight }
    let fall =
      isLastWave && touchpoint == .delivery ? parameters.deliveryAnswerShift : 0
    itemScores = latent.map { score in
      let answer = random.answer(around: score, spread: 0.2, on: 1...5)
      return random.happens(0.03) ? nil : answer
    }
    csat = random.answer(around: opinion + 0.3 * fall, spread: 0.4, on: 1...5)
    let recommends = random.answer(
      around: 8.5 + 1.7 * (opinion - 4) + fall, spread: 1.2, on: 0...10)
    nps = random.happens(0.02) ? nil : recommends
    let ease = random.answer(around: 5.4 + 1.1 * (opinion - 4) + 0.5 * fall, spread: 0.8, on: 1...7)
    ces = random.happens(0.04) ? nil : ease
    comment = SurveyComment.draw(touchpoint, recommends, &random)
  }
}
