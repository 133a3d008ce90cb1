/// What customers wrote, in both languages.
enum SurveyComment {
  private static let content = [
    "仪器稳定，数据可靠。", "技术支持很专业，下次还会选择澄川。", "Great instruments, easy to calibrate.", "验货很快，包装完好，谢谢！",
    "The new probe saves us an hour a day.", "一直很满意 👍", "报价及时, 沟通顺畅",
  ]
  private static let mixed = [
    "价格略高，希望有批量折扣。", "Manual could be clearer.", "还可以", "说明书最好有中英文对照", "OK",
    "Good product; the invoice came late.", "校准证书要等一周",
  ]
  private static let delivery = [
    "到货晚了十天，也没有人通知。", "Delivery was late twice this quarter.", "物流太慢了，耽误了采样计划",
    "\"Express\" delivery took two weeks", "仓库搬迁后一直缺货\n希望尽快改善", "包装破损，电极无法使用",
  ]
  private static let unhappy = [
    "客服电话打不通。", "Three calls until somebody answered.", "培训安排太迟", "维修时间太长，没有备用机",
    "Software update broke our report.",
  ]

  static func draw(
    _ touchpoint: Touchpoint, _ recommends: Int, _ random: inout SampleRandom
  ) -> String {
    guard random.happens(0.45) else { return "" }
    switch recommends {
    case 9...: return random.one(of: content)
    case 7...8: return random.one(of: mixed)
    default: return random.one(of: touchpoint == .delivery ? delivery : unhappy)
    }
  }
}
