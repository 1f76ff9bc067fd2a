"""Every rule, as the catalogue lists them. What is not named here is not checked; nothing registers itself."""

from salesorg_gui.rules import capacity_closing as closing
from salesorg_gui.rules import capacity_inbound as inbound
from salesorg_gui.rules import capacity_load as load
from salesorg_gui.rules import capacity_targets as targets
from salesorg_gui.rules import growth_stages as stages
from salesorg_gui.rules import growth_ways as ways
from salesorg_gui.rules import handoff_course as course
from salesorg_gui.rules import handoff_coverage as coverage
from salesorg_gui.rules import handoff_teams as teams
from salesorg_gui.rules import handoff_terms as terms
from salesorg_gui.rules import handoff_work as work
from salesorg_gui.rules import hiring_need as need
from salesorg_gui.rules import hiring_order as hires
from salesorg_gui.rules import hiring_scorecards as scorecards
from salesorg_gui.rules import hiring_search as search
from salesorg_gui.rules import model_effort as effort
from salesorg_gui.rules import model_fit as fit
from salesorg_gui.rules import pod_shape as pods
from salesorg_gui.rules import pod_work
from salesorg_gui.rules import reporting_leaders as leaders
from salesorg_gui.rules import reporting_roles as roles
from salesorg_gui.rules import reporting_shape as shape
from salesorg_gui.rules import role_cards as cards
from salesorg_gui.rules import role_gaps as gaps
from salesorg_gui.rules import role_people as people
from salesorg_gui.rules import role_quotas as quotas
from salesorg_gui.rules import role_work as seat_work
from salesorg_gui.rules import segment_cut as cut
from salesorg_gui.rules import segment_loads as loads
from salesorg_gui.rules import segment_owners as owners
from salesorg_gui.rules.sighting import Rule

REPORTING: tuple[Rule, ...] = (
    shape.NoTop(),
    shape.SeveralTops(),
    shape.Orphan(),
    shape.Circle(),
    shape.SelfLine(),
    shape.SeveralManagers(),
    leaders.TopLeads(),
    leaders.SalesLeader(),
    leaders.WideSpan(),
    leaders.NarrowSpan(),
    leaders.Layers(),
    roles.Rank(),
    roles.UsualManager(),
    roles.AssistantPlace(),
    leaders.AssistantNeeded(),
    roles.PodLeadership(),
    shape.DottedTwin(),
    shape.ManyDotted(),
    leaders.DoubleRole(),
    roles.EnablementOrder(),
    roles.EnablementSponsor(),
    roles.LeaderOfOneManBands(),
)

HANDOFFS: tuple[Rule, ...] = (
    coverage.Coverage(),
    coverage.LooseSource(),
    coverage.WayToCloser(),
    coverage.Ownership(),
    coverage.DeadEnd(),
    coverage.Unreached(),
    course.Loop(),
    course.Backwards(),
    course.ManyHands(),
    teams.CrossPod(),
    terms.NamelessHandoff(),
    terms.WrongObject(),
    terms.Condition(),
    terms.TimeLimit(),
    terms.SlowLimit(),
    course.HotLeadDetour(),
    course.Bypass(),
    course.Unqualified(),
    course.Bottleneck(),
    work.WholeProcess(),
    work.HuntsAndCloses(),
    work.HuntsAndCares(),
    work.OwnJudge(),
    work.MarketingFeedback(),
    work.ReturnPath(),
    work.SpecialistAccess(),
    terms.BranchRule(),
    teams.Overlap(),
    terms.Twin(),
    coverage.GrowthPath(),
    work.SupportInFlow(),
    teams.IslandExchange(),
    teams.CommonGoal(),
)

ROLES: tuple[Rule, ...] = (
    cards.IncompleteCard(),
    people.SeniorProspecting(),
    people.BeginnersOnKeyAccounts(),
    people.UnknownIndustry(),
    people.JuniorCloser(),
    seat_work.IdleInbound(),
    seat_work.UnownedInbound(),
    seat_work.SellerDoesOperations(),
    seat_work.SellerDoesEnablement(),
    gaps.NoOperations(),
    gaps.NoEnablement(),
    gaps.NoTrainer(),
    gaps.NoCustomerSuccess(),
    gaps.UnownedKeyAccounts(),
    seat_work.HuntingFarmer(),
    seat_work.DeveloperAsRep(),
    gaps.NoSpecialist(),
    quotas.Superstar(),
    quotas.NoQuota(),
    cards.NoSpeed(),
    cards.NoMeasure(),
    cards.UnnamedDependency(),
    gaps.NoCompetenceMap(),
)

MODELS: tuple[Rule, ...] = (
    fit.ChosenAndDrawn(),
    fit.EarlyLine(),
    fit.IslandAtItsEnd(),
    fit.ManyAccounts(),
    fit.LastingRelations(),
    fit.Culture(),
    effort.Complication(),
    effort.Reorganisations(),
)

PODS: tuple[Rule, ...] = (
    pod_work.MissingStage(),
    pod_work.NoSpecialists(),
    pod_work.BrokenFlow(),
    pods.Market(),
    pods.Size(),
    pods.TwoPods(),
    pods.Outside(),
    pods.OwnMeasure(),
    pod_work.Mix(),
)

SEGMENTS: tuple[Rule, ...] = (
    owners.Gap(),
    owners.Shared(),
    cut.SizeBands(),
    cut.Duplicate(),
    cut.ManyAxes(),
    cut.MoreThanSellers(),
    loads.Uneven(),
    cut.FurtherCut(),
)

CAPACITY: tuple[Rule, ...] = (
    inbound.InboundShort(),
    inbound.InboundIdle(),
    inbound.InboundFullTime(),
    closing.CloserFullTime(),
    closing.CloserShort(),
    closing.CombinedCloser(),
    targets.OutboundShort(),
    load.NurtureShort(),
    load.Overbooked(),
    load.CapacityBottleneck(),
    inbound.SlowResponse(),
    targets.AcquisitionRhythm(),
    closing.SpecialistRatio(),
    targets.Target(),
)

HIRING: tuple[Rule, ...] = (
    hires.ManagerFirst(),
    hires.VacantManager(),
    hires.OneSeller(),
    hires.FirstSeller(),
    hires.WorthASeller(),
    search.ValuesDecided(),
    search.StructureDecided((*REPORTING, *HANDOFFS, *ROLES, *MODELS, *PODS, *SEGMENTS, *CAPACITY)),
    search.PresentTeam(),
    scorecards.NoScorecard(),
    scorecards.RankedCandidates(),
    scorecards.NoTeamFit(),
    search.InternalFirst(),
    search.TrainingPlan(),
    scorecards.OutboundProfile(),
    scorecards.EnablementProfile(),
    hires.LargeStart(),
    need.NotNeeded(),
)

GROWTH: tuple[Rule, ...] = (
    stages.PastFounder(),
    stages.PastBands(),
    stages.PastSpecialists(),
    stages.TooEarly(),
    ways.Process(),
    ways.Rhythm(),
    ways.ReviewOfMeasures(),
    ways.Symptoms(),
    ways.Culture(),
)

RULES = (*REPORTING, *HANDOFFS, *ROLES, *MODELS, *PODS, *SEGMENTS, *CAPACITY, *HIRING, *GROWTH)
