import Statistics
import Testing

/// Small, spoilt and one-sided surveys: what cannot be told is nil, never a number that is none.
@Suite struct DegenerateAnswersTests {
  private struct Survey {
    var codes: [[Int8]] = []
    var weights: [Double]?

    init(_ generator: inout CounterGenerator) {
      let rows = Int(generator.uniform() * 8)
      let items = 1 + Int(generator.uniform() * 5)
      let levels = 1 + generator.uniform() * 3
      let missing = generator.uniform() * 0.3
      for item in 0..<items {
        if item > 0, generator.uniform() < 0.15 {
          codes.append(codes[item - 1])
          continue
        }
        codes.append(
          (0..<rows).map { _ in
            generator.uniform() < missing ? -1 : Int8(1 + Int(generator.uniform() * levels))
          })
      }
      if generator.uniform() < 0.4 {
        weights = (0..<rows).map { _ in
          generator.uniform() < 0.3 ? 0 : (generator.uniform() * 8).rounded() / 4
        }
      }
    }

    var columns: [[Double]] { codes.map { $0.map { $0 < 0 ? .nan : Double($0) } } }
  }

  private func isSound(_ values: [Double?]) -> Bool {
    values.allSatisfy { $0.map(\.isFinite) ?? true }
  }

  @Test func `properties: reliability and drivers of 3000 surveys`() {
    var generator = CounterGenerator(seed: 99)
    var alphas = 0
    var fits = 0
    var draws = 0
    for round in 0..<3000 {
      let survey = Survey(&generator)
      guard let covariance = Covariance(columns: survey.columns, weights: survey.weights) else {
        continue
      }
      #expect(Covariance(codes: survey.codes, weights: survey.weights) == covariance)
      let others = Array(1..<max(survey.codes.count, 1))
      if let alpha = CronbachAlpha(covariance) {
        alphas += 1
        #expect(isSound([alpha.value, alpha.standardised]) && alpha.value <= 1 + 1e-12)
        #expect(isSound(alpha.items.flatMap { [$0.itemRest, $0.alphaIfDeleted, $0.loading] }))
        #expect(alpha.interval().map { isSound([$0.low, $0.high]) } ?? true)
      }
      if let omega = McDonaldOmega(covariance) {
        #expect(omega.value >= 0 && omega.value <= 1 + 1e-12)
        #expect(isSound(omega.factor.loadings))
      }
      if let fit = DriverImportance(covariance, response: 0, items: others) {
        fits += 1
        #expect(fit.rSquared >= 0 && fit.rSquared <= 1)
        #expect(isSound(fit.relativeWeights + (fit.lmg ?? []) + fit.last + fit.beta))
        #expect(abs(fit.relativeWeights.reduce(0, +) - fit.rSquared) < 1e-6)
        #expect(abs((fit.lmg ?? []).reduce(0, +) - fit.rSquared) < 1e-6)
      }
      if round % 20 == 0, let rows = CompleteRows(columns: survey.columns, weights: survey.weights),
        let drawn = DriverBootstrap(rows, response: 0, items: others, draws: 30, seed: 1)
      {
        draws += 1
        #expect(isSound([drawn.rSquared.low, drawn.rSquared.high] + drawn.leads))
      }
      if let found = PenaltyReward(
        overall: survey.columns[0], items: Array(survey.codes.dropFirst()),
        low: others.map { _ in 1...1 }, high: others.map { _ in 3...3 }, weights: survey.weights)
      {
        #expect(
          isSound(found.items.flatMap { [$0.penalty?.t, $0.reward?.t, $0.asymmetry?.pValue] }))
      }
    }
    #expect(alphas > 500 && fits > 500 && draws > 20)
  }

  @Test func `properties: tests of 3000 tables`() {
    var generator = CounterGenerator(seed: 5)
    var tests = 0
    for _ in 0..<3000 {
      let width = 1 + Int(generator.uniform() * 5)
      let table = (0..<Int(generator.uniform() * 4)).map { _ in
        (0..<width).map { _ in max(0, (generator.uniform() * 12 - 4).rounded()) / 2 }
      }
      let total = table.reduce(0) { $0 + $1.reduce(0, +) }
      let effective = generator.uniform() < 0.5 ? nil : total * generator.uniform()
      if let test = ChiSquareTest(table, effectiveN: effective) {
        tests += 1
        #expect(test.statistic >= 0 && test.pValue >= 0 && test.pValue <= 1)
        #expect(test.cramersV >= 0 && test.cramersV <= 1)
      }
      if let test = KruskalWallis(table, effectiveN: effective) {
        tests += 1
        #expect(test.statistic >= 0 && test.pValue >= 0 && test.pValue <= 1)
        #expect(isSound(test.meanRanks + [test.epsilonSquared]))
      }
      let differences = (0..<Int(generator.uniform() * 9)).map { _ in
        (generator.uniform() * 5 - 2.5).rounded()
      }
      if let test = WilcoxonSignedRank(differences) {
        tests += 1
        #expect(test.pValue > 0 && test.pValue <= 1 && abs(test.rankBiserial) <= 1)
        let mirrored = WilcoxonSignedRank(differences.map { -$0 })
        #expect(mirrored?.pValue == test.pValue)
      }
      if let mean = MeanEstimate(differences), let test = TTest.paired(mean) {
        #expect(isSound([test.t, test.pValue]))
      }
    }
    #expect(tests > 4000)
  }

  @Test func `properties: Kano features of 2000 questionnaires`() {
    var generator = CounterGenerator(seed: 6)
    for _ in 0..<2000 {
      var responses = KanoResponses()
      for _ in 0..<Int(generator.uniform() * 6) {
        guard let functional = KanoAnswer(rawValue: 1 + Int(generator.uniform() * 5)),
          let dysfunctional = KanoAnswer(rawValue: 1 + Int(generator.uniform() * 5))
        else { continue }
        responses.add(
          functional: functional, dysfunctional: dysfunctional,
          weight: generator.uniform() < 0.2 ? 0 : generator.uniform())
      }
      guard let counts = responses.counts, let scores = responses.scores else {
        #expect(responses.total == 0)
        continue
      }
      #expect(counts[counts.category] == counts.counts.max())
      #expect(counts.categoryStrength >= 0 && counts.categoryStrength <= 1)
      #expect(isSound([counts.fong.difference, counts.fong.critical, scores.functional.mean]))
      if let plane = counts.betterWorse() {
        #expect(plane.betterInterval.contains(plane.better))
        #expect(plane.worseInterval.contains(plane.worse))
      }
      let shares = MultinomialIntervals.goodman(counts.counts, effectiveN: counts.n) ?? []
      for (category, interval) in zip(KanoCategory.allCases, shares) {
        #expect(interval.contains(counts.share(category)))
      }
    }
  }
}
