"""The ids of the trade that single rules speak of by name; what they mean stands in the catalogue."""

from salesorg_gui.domain.ids import ModelId, ObjectId, RoleId, StageId

LEAD_GENERATION = StageId("lead_generation")
OUTBOUND = StageId("outbound_prospecting")
INBOUND = StageId("inbound_qualification")
DEMO = StageId("demo_negotiation")
CLOSING = StageId("closing")
ONBOARDING = StageId("onboarding")
RETENTION = StageId("retention")
GROWTH = StageId("growth")

FIND = frozenset({OUTBOUND, INBOUND})
CLOSE = frozenset({DEMO, CLOSING})
CARE = frozenset({ONBOARDING, RETENTION, GROWTH})
SKIPPABLE = frozenset({DEMO, ONBOARDING})
"""Stages a single seat may leave out without breaking its own chain."""

RAW_LEAD = ObjectId("raw_lead")
TARGET_PROSPECT = ObjectId("target_prospect")
QUALIFIED_LEAD = ObjectId("qualified_lead")
HOT_LEAD = ObjectId("hot_lead")
OPEN_QUESTION = ObjectId("open_question")
SIGNED_CUSTOMER = ObjectId("signed_customer")
KEY_CUSTOMER = ObjectId("key_customer")
GROWTH_OPPORTUNITY = ObjectId("growth_opportunity")
TRAINING = ObjectId("training_programme")
REJECTED_LEAD = ObjectId("rejected_lead")
MARKET_INSIGHT = ObjectId("market_insight")

HEAD_OF_SALES = RoleId("head_of_sales")
VP_SALES = RoleId("vp_sales")
CHIEF_REVENUE = RoleId("chief_revenue_officer")
CHIEF_ENABLEMENT = RoleId("chief_enablement_officer")
VP_ENABLEMENT = RoleId("vp_sales_enablement")
FOUNDER = RoleId("founder_hunter")
EXECUTIVE = RoleId("executive")
ASSISTANT = RoleId("assistant_sales_manager")
POD_LEAD = RoleId("pod_lead")
ISLAND_REP = RoleId("island_rep")
SDR = RoleId("sdr")
INBOUND_SDR = RoleId("inbound_sdr")
OUTBOUND_SDR = RoleId("outbound_sdr")
SELLER = RoleId("account_executive")
CLOSER_OUTBOUND = RoleId("closer_outbound")
SPECIALIST = RoleId("sales_specialist")
OPERATIONS = RoleId("sales_operations")
MARKETING = RoleId("marketing")
ACCOUNT_MANAGER = RoleId("account_manager")
KEY_ACCOUNT_MANAGER = RoleId("key_account_manager")
CUSTOMER_SUCCESS = RoleId("customer_success_manager")
BUSINESS_DEVELOPMENT = RoleId("business_development_manager")
TRAINER = RoleId("enablement_onboarding_manager")

ISLAND = ModelId("island")
ASSEMBLY_LINE = ModelId("assembly_line")
POD = ModelId("pod")
MARKET_TEAMS = "market_teams"
STRUCTURE, SUPPORT_STRUCTURE = "structure", "support"
ONE_MAN_BANDS = "one_man_bands"
LARGE_START = "large_start_team"

GEOGRAPHY = "geography"
CUSTOMER_SIZE = "customer_size"
VERTICAL = "vertical"
