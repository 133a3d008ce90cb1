import Statistics
import Testing

@Suite struct KanoTests {
  @Test func `correctness: the evaluation table of Kano and Berger`() {
    // Berger et al., CQM Journal 2(4), 1993.
    let table = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]
    for (functional, row) in zip(KanoAnswer.allCases, table) {
      for (dysfunctional, letter) in zip(KanoAnswer.allCases, row) {
        let category = KanoCategory(functional: functional, dysfunctional: dysfunctional)
        #expect(category.letter == String(letter))
      }
    }
  }

  /// Counts given in the order of the tables: A, O, M, I, R, Q.
  private func counts(_ c: [Double], effectiveN: Double? = nil) throws -> KanoCounts {
    try #require(
      KanoCounts(counts: [c[2], c[1], c[0], c[3], c[4], c[5]], effectiveN: effectiveN))
  }

  @Test(
    arguments: [
      // Sauerwein et al., 1996, table of ski features, in per cent; Better and Worse by hand.
      ([7.0, 32.3, 49.3, 9.5, 0.3, 1.5], "M", 0.40061162079510704, -0.8318042813455657, 88.6),
      ([10.4, 45.1, 30.5, 11.5, 1.2, 1.2], "O", 0.5692307692307692, -0.7753846153846153, 86.0),
      ([63.8, 21.6, 2.9, 8.5, 0.7, 2.5], "A", 0.8822314049586777, -0.25309917355371897, 88.3),
    ])
  func `correctness: ski features`(
    given: [Double], category: String, better: Double, worse: Double, strength: Double
  ) throws {
    let feature = try counts(given)
    let plane = try #require(feature.betterWorse())
    #expect(feature.category.letter == category && feature.groupedCategory.letter == category)
    #expect(abs(plane.better - better) < 1e-12 && abs(plane.worse - worse) < 1e-12)
    let total = given.reduce(0, +)
    #expect(abs(feature.totalStrength * total - strength) < 1e-9)
  }

  @Test func `correctness: Fong's test of 60 against 35 of 120`() throws {
    // methods.md 4.18: 25 against 12.5004.
    let feature = try counts([60, 35, 15, 10, 0, 0])
    #expect(feature.fong.difference == 25)
    #expect(abs(feature.fong.critical - 12.5004) < 5e-5)
    #expect(feature.fong.isSignificant)
    let halved = try counts([60, 35, 15, 10, 0, 0], effectiveN: 24)
    #expect(!halved.fong.isSignificant && halved.fong.difference == 5)
  }

  @Test func `consistency: the interval of Better is Wilson's among A, O, M and I`() throws {
    let plane = try #require(try counts([35, 170, 55, 27, 10, 3]).betterWorse())
    #expect(plane.betterInterval == (try Given.share(205, of: 287)).wilson())
    let worse = try Given.share(225, of: 287).wilson()
    #expect(plane.worseInterval == Interval(low: -worse.high, high: -worse.low))
  }

  @Test(
    arguments: [
      // Ties go to M, O, A, I, R, Q in this order.
      ([10, 10, 10, 10, 10, 10], "M", "I"), ([5, 9, 2, 9, 0, 0], "O", "O"),
      ([9, 0, 0, 9, 0, 0], "A", "I"), ([0, 0, 0, 4, 4, 4], "I", "I"),
      ([0, 0, 0, 0, 3, 3], "R", "R"),
      // More wish for it than do not care, though "indifferent" is the single largest.
      ([20, 18, 15, 30, 3, 1], "I", "A"), ([0, 30, 0, 20, 20, 0], "O", "I"),
    ] as [([Double], String, String)])
  func `runs: category and grouped category`(given: [Double], mode: String, grouped: String) throws
  {
    let feature = try counts(given)
    #expect(feature.category.letter == mode && feature.groupedCategory.letter == grouped)
  }

  @Test func `runs: a feature is mixed below 6 per cent`() throws {
    let at = try counts([47, 53, 0, 0, 0, 0])
    let below = try counts([47.5, 52.5, 0, 0, 0, 0])
    #expect(abs(at.categoryStrength - 0.06) < 1e-12 && !at.isMixed)
    #expect(below.isMixed)
  }

  @Test func `consistency: answers become counts and scores, order and doubling change none`()
    throws
  {
    let answers: [(KanoAnswer, KanoAnswer)] = [
      (.like, .dislike), (.like, .neutral), (.mustBe, .dislike), (.neutral, .neutral),
      (.like, .like), (.dislike, .like), (.like, .dislike),
    ]
    var one = KanoResponses()
    for (functional, dysfunctional) in answers {
      one.add(functional: functional, dysfunctional: dysfunctional)
    }
    let feature = try #require(one.counts)
    #expect(feature == (try counts([1, 2, 1, 1, 1, 1])))
    let scores = try #require(one.scores)
    // Functional 4 4 2 0 4 −2 4; dysfunctional 4 0 4 0 −2 −2 4.
    #expect(abs(scores.functional.mean - 16.0 / 7) < 1e-14)
    #expect(abs(scores.dysfunctional.mean - 8.0 / 7) < 1e-14)
    #expect(scores.quadrant == .attractive && scores.isUnsure() == true)
    let single = try Given.mean([4, 4, 2, 0, 4, -2, 4])
    #expect(abs(scores.functional.variance - single.variance) < 1e-12)

    var parts = [KanoResponses(), KanoResponses()]
    for (index, answer) in answers.enumerated() {
      parts[index % 2].add(functional: answer.0, dysfunctional: answer.1)
    }
    parts[1].add(parts[0])
    #expect(parts[1] == one)

    var weighted = KanoResponses()
    for (functional, dysfunctional) in (answers + answers).reversed() {
      weighted.add(functional: functional, dysfunctional: dysfunctional, weight: 0.5)
    }
    let half = try #require(weighted.counts)
    #expect(half.category == feature.category && half.n == 14)
    #expect(abs((half.better?.share ?? 9) - (feature.better?.share ?? 8)) < 1e-14)
    #expect(abs((weighted.scores?.functional.mean ?? 9) - scores.functional.mean) < 1e-14)
  }

  @Test(
    arguments: [
      (.like, .dislike, .oneDimensional), (.like, .neutral, .attractive),
      (.neutral, .dislike, .mustBe), (.neutral, .neutral, .indifferent),
      (.mustBe, .liveWith, .oneDimensional), (.dislike, .like, .indifferent),
    ] as [(KanoAnswer, KanoAnswer, KanoCategory)])
  func `runs: quadrants meet at 2`(
    functional: KanoAnswer, dysfunctional: KanoAnswer, quadrant: KanoCategory
  ) throws {
    var responses = KanoResponses()
    responses.add(functional: functional, dysfunctional: dysfunctional)
    let scores = try #require(responses.scores)
    #expect(scores.quadrant == quadrant && scores.isUnsure() == nil)
  }

  @Test func `input checks: nobody, only contradictions, only reverse`() throws {
    #expect(KanoResponses().counts == nil && KanoResponses().scores == nil)
    #expect(KanoResponses().effectiveN == 0)
    #expect(KanoCounts(counts: [0, 0, 0, 0, 0, 0]) == nil)
    let useless = try counts([0, 0, 0, 0, 4, 6])
    #expect(useless.better == nil && useless.worse == nil && useless.betterWorse() == nil)
    #expect(useless.category == .questionable && useless.totalStrength == 0)
    let certain = try counts([0, 9, 0, 0, 0, 0])
    #expect(certain.fong.critical > 0 && certain.fong.isSignificant)
    #expect(certain.betterWorse()?.worse == -1)
  }
}

@Suite struct MultinomialIntervalTests {
  @Test func `correctness: psychiatric diagnoses of 220 patients`() throws {
    // May & Johnson, A SAS macro for constructing simultaneous confidence intervals for multinomial
    // proportions, Computer Methods and Programs in Biomedicine 53, 1997: the counts; the ends from
    // Goodman's equation worked out in numpy.
    let wanted = [
      (0.3342024783268433, 0.4978332073846343), (0.16085874764929536, 0.29988740121386964),
      (0.1145513404615795, 0.24011208358778188), (0.1374690134192411, 0.27023577303702206),
    ]
    let found = try #require(MultinomialIntervals.goodman([91, 49, 37, 43]))
    for (interval, wanted) in zip(found, wanted) {
      #expect(abs(interval.low - wanted.0) < 1e-9 && abs(interval.high - wanted.1) < 1e-9)
    }
  }

  @Test func `input checks: no counts, a category that nobody chose, weights`() throws {
    #expect(MultinomialIntervals.goodman([0, 0]) == nil)
    #expect(MultinomialIntervals.goodman([]) == nil)
    let none = try #require(MultinomialIntervals.goodman([9, 0, 3]))
    #expect(none[1].low == 0 && none[1].high > 0.2)
    let weighted = try #require(MultinomialIntervals.goodman([9, 0, 3], effectiveN: 6))
    #expect(weighted[0].width > none[0].width)
  }
}
