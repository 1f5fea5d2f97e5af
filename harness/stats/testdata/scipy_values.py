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
out["student"]=[[p,v,float(stats.t.ppf(p,v))] for p,v in [(.001,6),(.025,8),(.0017,12),(.975,8),(.4,5),(.025,38)]]
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
json.dump(out,sys.stdout,indent=1)
