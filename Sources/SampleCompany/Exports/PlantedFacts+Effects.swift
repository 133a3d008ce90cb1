import Values

/// The effects that a review of the samples should find, with what was planted and what came of
/// it in the figures.
extension PlantedFacts {
  var effects: Fact {
    .record([
      ("south_delivery_problem", southProblem), ("north_growth", northGrowth),
      ("silent_best", silentBest), ("delivery_nps", deliveryNPS),
      ("kano", .record(KanoExport.features.map { ($0.name, .text($0.planted.rawValue)) })),
      ("servqual", servqual),
    ])
  }

  private func region(_ region: Region) -> Fact {
    .record(
      (0..<8).map { (Samples.quarterName($0), .amount(orders.revenue.net($0, region))) })
  }

  private func change(_ from: Int64, _ to: Int64) -> Fact {
    .number(from == 0 ? 0 : Double(to - from) / Double(from))
  }

  private var southProblem: Fact {
    let parameters = company.parameters
    let revenue = orders.revenue
    let segments: [(String, Fact)] = Segment.allCases.map { segment in
      (segment.rawValue, change(revenue.south(6, segment), revenue.south(7, segment)))
    }
    return .record([
      ("region", .text(Region.south.rawValue)), ("segment", .text(Segment.distributor.rawValue)),
      ("from", .text(parameters.deliveryProblemFrom.iso)),
      ("rate_of_distributors", .number(parameters.southDistributorRate)),
      ("rate_of_others", .number(parameters.southOtherRate)),
      ("new_customers_lost", .number(parameters.southNewLost)),
      ("net_cny", region(.south)),
      ("last_quarter_change", change(revenue.net(6, .south), revenue.net(7, .south))),
      ("last_quarter_change_by_segment", .record(segments)),
    ])
  }

  private var northGrowth: Fact {
    let revenue = orders.revenue
    return .record([
      ("region", .text(Region.north.rawValue)),
      ("from", .text(company.parameters.northGrowthFrom.iso)),
      ("rate", .number(company.parameters.northRate)), ("net_cny", region(.north)),
      ("last_quarter_change", change(revenue.net(6, .north), revenue.net(7, .north))),
      ("year_on_year_change", change(revenue.net(3, .north), revenue.net(7, .north))),
    ])
  }

  private var silentBest: Fact {
    let silent = company.silentCustomers
    return .record([
      ("customers", .whole(silent.count)), ("from", .text(company.parameters.silentFrom.iso)),
      ("to", .text(company.parameters.silentTo.iso)),
      ("customer_ids", .list(silent.map { .text($0.id) })),
    ])
  }

  private var deliveryNPS: Fact {
    let waves: [(String, Fact)] = zip(SurveyExports.names, survey.figures).map { name, wave in
      let nps = 100 * Double(wave.promoters - wave.detractors) / Double(max(1, wave.npsAnswers))
      let delivery = 100 * Double(wave.deliveryBalance) / Double(max(1, wave.deliveryNPSAnswers))
      let item = Double(wave.deliverySum) / Double(max(1, wave.deliveryAnswers))
      return (
        name,
        .record([
          ("answers", .whole(wave.answers)), ("nps_answers", .whole(wave.npsAnswers)),
          ("promoters", .whole(wave.promoters)), ("detractors", .whole(wave.detractors)),
          ("nps", .number(nps)), ("nps_after_delivery", .number(delivery)),
          ("item_delivery_mean", .number(item)),
        ])
      )
    }
    return .record([
      ("touchpoint", .text(Touchpoint.delivery.rawValue)), ("weakest_item", .text("item_delivery")),
      ("from_wave", .text(SurveyExports.names[2])),
      ("answer_shift", .number(company.parameters.deliveryAnswerShift)),
      ("item_shift", .number(company.parameters.deliveryItemShift)),
      ("item_shift_south", .number(company.parameters.southItemShift)),
      (
        "drivers",
        .record(
          zip(SurveyAnswer.items, SurveyAnswer.drivers).map { ("item_\($0)", .number($1)) })
      ),
      ("waves_unweighted", .record(waves)),
    ])
  }

  private var servqual: Fact {
    .record([
      (
        "gaps",
        .record(
          zip(ServqualExports.dimensions, ServqualExports.gaps).map { ($0, .number($1)) })
      ),
      ("weak_unit", .text(ServqualExports.weakCentre)),
      ("weak_unit_responsiveness", .number(ServqualExports.weakCentreGap)),
      ("weak_provider", .text(ServqualExports.weakDepartment)),
      ("weak_provider_responsiveness", .number(ServqualExports.weakDepartmentGap)),
    ])
  }
}
