"""Values for ../*.test.ts from SciPy: python3 scipy_values.py > scipy.json (SciPy 1.17.1, NumPy seed 20261123)."""
import json, sys
import numpy as np
from scipy import stats
rng=np.random.default_rng(20261123)
out={"scipy":__import__("scipy").__version__}
norm=[]
for x in [-8,-3.5,-3,-2.9,-1,-0.1,0,0.3,1.959963984540054,2.99,3.01,5,8,20,37]:
    norm.append([x,float(stats.norm.sf(x))])
out["upperTail"]=norm
out["quantile"]=[[p,float(stats.norm.ppf(p))] for p in [1e-300,1e-20,1e-10,1e-4,0.001,0.025,0.074,0.1,0.4,0.5,0.6,0.926,0.975,0.999,1-1e-9]]
out["student"]=[[p,v,float(stats.t.ppf(p,v))] for p,v in [(.001,6),(.025,8),(.0017,12),(.975,8),(.4,5),(.025,38),(.025,1),(1e-6,2),(.01,1.5),(.999,3.7),(1e-9,250),(.3,1e5)]]
mw=[]
def add(x,y,how):
    if how=="exact": r=stats.mannwhitneyu(x,y,method="exact")
    elif how=="normal": r=stats.mannwhitneyu(x,y,method="asymptotic",use_continuity=True)
    else: r=stats.mannwhitneyu(x,y,method=stats.PermutationMethod(n_resamples=10**7))
    mw.append({"how":how,"x":[float(v) for v in x],"y":[float(v) for v in y],"u":float(r.statistic),"p":float(r.pvalue)})
for n1,n2,s in [(3,3,0),(5,5,1),(5,5,3),(7,7,1),(4,9,.5),(10,6,1),(12,15,.7),(20,20,.5),(30,50,.3)]:
    add(np.round(rng.normal(0,1,n1),6),np.round(rng.normal(s,1,n2),6),"exact")
for n1,n2 in [(4,4),(5,6),(7,3),(6,6),(8,5),(2,9)]:
    add(rng.integers(0,4,n1),rng.integers(0,4,n2)+rng.integers(0,2),"tied")
for n1,n2 in [(51,51),(60,20),(80,55)]:
    add(np.round(rng.normal(0,1,n1),1),np.round(rng.normal(.3,1,n2),1),"normal")
out["mannWhitney"]=mw
q=[]
v=np.round(rng.normal(5,2,13),4)
out["quantiles"]={"values":[float(a) for a in v],"at":[[p,float(np.quantile(v,p))] for p in [0,.05,.25,.5,.9,.99,1]],"mad":float(stats.median_abs_deviation(v,scale="normal")),"sd":float(np.std(v,ddof=1))}
ps=[0.01,0.013,0.014,0.19,0.35,0.5,0.63,0.67,0.75,0.81]
out["bh"]={"p":ps,"adjusted":[float(a) for a in stats.false_discovery_control(ps)]}
w=[]
for k,n,l in [(0,10,.95),(3,10,.95),(10,10,.95),(47,1000,.95),(5,100,.99)]:
    ci=stats.binomtest(k,n).proportion_ci(l,method="wilson"); w.append([k,n,l,float(ci.low),float(ci.high)])
out["wilson"]=w
out["studentTail"]=[[t,v,float(stats.t.sf(t,v))] for t,v in [(0,3),(.1,1),(2,1),(-2,4.5),(3.3,7),(12,2.2),(40,30),(1.96,1e6),(1e-9,5),(1e6,3)]]
sr=[]
def signed(d,how):
    d=np.asarray(d,float)
    if how=="exact": r=stats.wilcoxon(d,method="exact")
    elif how=="normal": r=stats.wilcoxon(d,zero_method="pratt",method="asymptotic",correction=True)
    else: r=stats.wilcoxon(d,zero_method="pratt",method=stats.PermutationMethod(n_resamples=10**7))
    ranks=stats.rankdata(abs(d))
    sr.append({"how":how,"d":[float(v) for v in d],"w":float(ranks[d>0].sum()),"p":float(r.pvalue)})
for n,s in [(1,0),(4,1),(6,1),(7,.3),(12,.5),(20,.6),(33,.2),(50,.4)]:
    signed(np.round(rng.normal(s,1,n),6),"exact")
for n in [5,8,9,12,14]:
    signed(rng.integers(-2,5,n),"tied")
for n,s in [(51,.3),(70,.2),(120,.15)]:
    signed(np.round(rng.normal(s,1,n),1),"normal")
out["signedRank"]=sr
we=[]
for n1,n2,s,k in [(5,5,0,1),(2,2,1,1),(7,4,.5,3),(30,12,.2,.1),(3,60,1,5)]:
    x=np.round(rng.normal(0,1,n1),6); y=np.round(rng.normal(s,k,n2),6)
    r=stats.ttest_ind(y,x,equal_var=False); ci=r.confidence_interval(.95)
    we.append({"x":x.tolist(),"y":y.tolist(),"t":float(r.statistic),"degrees":float(r.df),"p":float(r.pvalue),"low":float(ci.low),"high":float(ci.high)})
out["welch"]=we
bo=[]
def boot(groups,name,f,method):
    r=stats.bootstrap(groups,f,method=method,n_resamples=200000,batch=20000,rng=np.random.default_rng(7)).confidence_interval
    bo.append({"statistic":name,"method":{"BCa":"bca"}.get(method,method),"groups":[g.tolist() for g in groups],"low":float(r.low),"high":float(r.high)})
skew=np.round(rng.lognormal(0,1,25),6); other=np.round(rng.lognormal(.2,.5,18),6)
ratio=lambda x,y,axis=-1: np.mean(y,axis=axis)/np.mean(x,axis=axis)
for m in ["percentile","BCa"]:
    boot((skew,),"mean",np.mean,m)
    boot((skew,),"sd",lambda x,axis=-1: np.std(x,axis=axis,ddof=1),m)
    boot((skew,other),"ratio of means",ratio,m)
out["bootstrap"]=bo
json.dump(out,sys.stdout,indent=1)
